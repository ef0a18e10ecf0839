"""A digest for people: every part, in both languages."""

from typing import Any

import pytest

from reader.cli.digest_text import digest_text
from reader.messages import Messages
from reader.model.blocks import Span
from reader.model.digest import (
    Chain,
    Date,
    DateKind,
    Digest,
    Document,
    DocumentKind,
    Field,
    Figure,
    HeadlineModel,
    Hint,
    HintKind,
    Item,
    KeyPassage,
    Organisation,
    OutlineNode,
    Reason,
    Term,
    TermKind,
)

TEXT = (
    "清河市推行“三联”工作法，即组织联建、资源联享。去年出台《清河方案》（清办发〔2025〕3号）。\n"
    "一是组织联建。65家单位中37家牵头、28家参加，超1.5万户受益，办结率从53%至97%。“有事一起办，难事大家帮”。\n"
    "区委——街道——社区"
)


def at(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"text": words, "start": start, "end": start + len(words)}


def figure(words: str, value: float, unit: str, object: str = "", **more: Any) -> Figure:
    return Figure(**at(words), value=value, unit=unit, object=object, sentence=Span(0, 1), **more)


DIGEST = Digest(
    model=HeadlineModel(**at("“三联”工作法"), number=3, parts=(Item(**at("组织联建")), Item(**at("资源联享")))),
    outline=(
        OutlineNode(text="清河市", start=0, end=3, field=Field.TITLE, title="清河市"),
        OutlineNode(**at("一是组织联建"), title="组织联建", marker="一是", level=2, corrected=True),
    ),
    figures=(
        figure("65家", 65, "家", "单位"),
        figure("37家", 37, "家"),
        figure("28家", 28, "家"),
        figure("1.5万户", 15_000, "户", approx="超"),
        figure("53%至97%", 53, "%", "办结率", value2=97),
    ),
    documents=(
        Document(**at("《清河方案》"), verb="出台"),
        Document(**at("清办发〔2025〕3号"), kind=DocumentKind.NUMBER),
    ),
    terms=(
        Term(**at("三联"), places=(Span(6, 8),) * 3),
        Term(**at("有事一起办，难事大家帮"), kind=TermKind.SLOGAN),
    ),
    orgs=(Organisation(**at("区委"), places=(Span(0, 1),) * 2),),
    dates=(Date(**at("去年"), kind=DateKind.RELATIVE, resolved="2025", sentence=Span(0, 1)),),
    chains=(Chain(**at("区委——街道——社区"), nodes=("区委", "街道", "社区")),),
    key=(KeyPassage(**at("清河市推行“三联”工作法，即组织联建、资源联享。"), reason=Reason.MODEL),),
    hints=(
        Hint(HintKind.PARTS, value=2, expected=3),
        Hint(HintKind.SUM, (0, 1, 2)),
        Hint(HintKind.PRODUCT, (1, 3), 555_000),
    ),
)

CHINESE = """\
模式
  1-1  “三联”工作法  组织联建、资源联享

提纲
  标题  清河市
  2-1     一是 组织联建  （已更正）

数据
  2-2  65家        单位
  2-2  37家
  2-2  28家
  2-2  超 1.5万户          = 15,000 户
  2-2  53%至97%    办结率  = 53–97 %

文件
  1-2  《清河方案》  出台
  1-2  清办发〔2025〕3号  文号

用语
  1-1  三联  ×3
  2-3  有事一起办，难事大家帮  口号

机构
  3-1  区委  ×2

日期
  1-2  去年  2025

链条
  3-1  区委 → 街道 → 社区

要点
  1-1  模式  清河市推行“三联”工作法，即组织联建、资源联享。

核算
  模式名称说有 3 项，找到 2 项。
  65家 = 37家 + 28家
  37家 × 1.5万户 = 555,000"""


def test_every_part_in_chinese() -> None:
    assert digest_text(DIGEST, TEXT, Messages("zh_CN")) == CHINESE


def test_every_part_in_english() -> None:
    told = digest_text(DIGEST, TEXT, Messages("en"))
    heads = [line for line in told.splitlines() if line and not line.startswith(" ")]
    assert heads == [
        "Model", "Outline", "Figures", "Documents", "Terms", "Organisations", "Dates", "Chains", "Key passages",
        "Arithmetic",
    ]  # fmt: skip
    assert "promises 3 parts; 2 were found" in told and "slogan" in told and "cli." not in told


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_nothing_is_said_of_nothing(language: str) -> None:
    say = Messages(language)
    assert digest_text(Digest(), "", say) == say("cli.none.digest")
    only = digest_text(Digest(chains=DIGEST.chains), TEXT, say)
    assert only.count("\n") == 1


def test_long_passages_are_not_cut_and_stay_on_one_line() -> None:
    words = "居民说事，" * 60
    text = f"{words}\n第二段"
    digest = Digest(key=(KeyPassage(text=text, start=0, end=len(text), reason=Reason.RESULT),))
    assert f"1-1..2-1  成效  {words} 第二段" in digest_text(digest, text, Messages("zh_CN"))
