"""A digest made by hand of a report of a fictional place, for the tests of what shows and exports digests."""

from collections.abc import Callable, Iterator
from typing import Any

from reader.model.article import CapturedArticle
from reader.model.blocks import Span
from reader.model.digest import (
    Chain,
    Date,
    DateKind,
    Digest,
    Document,
    Field,
    Figure,
    FigureKind,
    HeadlineModel,
    Hint,
    HintKind,
    Item,
    KeyPassage,
    Meta,
    Organisation,
    OutlineNode,
    Reason,
    Term,
    TermKind,
)
from reader.text.passages import Passages

TITLE = "清河市：“一网三联”把37个社区连成一张网"
PARAGRAPHS = (
    "近年来，清河市深入推进城市基层治理，2019年5月起探索建立“一网三联”党建引领基层治理模式，以社区党组织为核心，"
    "把驻区单位、物业企业和居民骨干连在一起。",
    "构建“一张网”托起民生实事。市委组织部制定下发《关于深化“一网三联”工作的实施意见》，配套印发《网格员管理办法》。"
    "全市37个社区划分网格448个，每个网格300户左右，选派65家包联单位的37名干部和28名年轻骨干担任“第一网格长”。"
    "形成了“市委—街道党工委—社区党委—网格党支部—党员中心户”的链条。",
    "推行“三联机制”破解治理难题。一是组织联建，清河市新城街道办事处与14家驻区单位签订共建协议，“微心愿”认领1,200个。"
    "二是资源联享，建成党群服务站21处，开放停车位近3000个。三是服务联动，居民“微心愿”由网格员上门登记，2小时内响应。",
    "建立“三张清单”促进长效运行。2021年3月，资源清单、需求清单、项目清单在城东社区先行试点，2022年在全市推开，"
    "“三张清单”每季度更新一次。",
    "截至2023年底，全市累计解决群众反映的问题2.6万余件，办结率、满意率分别达到97%和98.5%，"
    "清河市民政局评选的“最美网格长”已有120余名。“微心愿”成为居民挂在嘴边的热词。",
)
TEXT = "\n".join(PARAGRAPHS)
REPORT = {"title": TITLE, "published": "2024-03-02", "source": "清河日报", "url": "https://example.org/qinghe.html"}


def span(words: str, number: int = 0, text: str = TEXT) -> Span:
    """The place where `words` stand for the `number`-th time."""
    start = -1
    for _ in range(number + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def _at(words: str, number: int = 0) -> dict[str, Any]:
    start, end = span(words, number)
    return {"text": words, "start": start, "end": end}


def _everywhere(words: str) -> tuple[Span, ...]:
    return tuple(span(words, number) for number in range(TEXT.count(words)))


def _sentence(words: str, number: int = 0) -> Span:
    sentence = Passages(TEXT).at(span(words, number).start)
    assert sentence is not None
    return Span(sentence.start, sentence.end)


def _date(words: str, **more: Any) -> Date:
    return Date(**_at(words), sentence=_sentence(words), **more)


def figure(words: str, value: float, unit: str, object: str = "", number: int = 0, **more: Any) -> Figure:
    """A figure of the report."""
    return Figure(
        **_at(words, number), value=value, unit=unit, object=object, sentence=_sentence(words, number), **more
    )


def figures() -> Iterator[Figure]:
    """In text order; the first stands in the title."""
    whole = Span(0, len(TITLE))
    yield Figure(
        text="37个", start=TITLE.index("37个"), end=TITLE.index("37个") + 3, field=Field.TITLE,
        value=37, unit="个", object="社区", sentence=whole,
    )  # fmt: skip
    yield figure("37个", 37, "个", "社区")
    yield figure("448个", 448, "个", "网格")
    yield figure("300户左右", 300, "户", "每个网格", approx="左右")
    yield figure("65家", 65, "家", "包联单位")
    yield figure("37名", 37, "名", "干部")
    yield figure("28名", 28, "名", "年轻骨干")
    yield figure("14家", 14, "家", "驻区单位")
    yield figure("1,200个", 1200, "个", "“微心愿”")
    yield figure("21处", 21, "处", "党群服务站")
    yield figure("3000个", 3000, "个", "停车位", approx="近")
    yield figure("2小时内", 2, "小时", "响应", approx="内", kind=FigureKind.DURATION)
    yield figure("2.6万余件", 26000, "件", "群众反映的问题", approx="余")
    yield figure("97%", 97, "%", "办结率", kind=FigureKind.PERCENT)
    yield figure("98.5%", 98.5, "%", "满意率", kind=FigureKind.PERCENT)
    yield figure("120余名", 120, "名", "“最美网格长”", approx="余")


def _key(words: str, reason: Reason) -> KeyPassage:
    start, end = _sentence(words)
    return KeyPassage(text=TEXT[start:end], start=start, end=end, reason=reason)


def hand_made() -> Digest:
    """What the report says."""
    return Digest(
        meta=Meta(TITLE, "2024-03-02", "清河日报"),
        model=HeadlineModel(
            **_at("“一网三联”党建引领基层治理模式"),
            number=4,
            parts=tuple(Item(**_at(words)) for words in ("一张网", "组织联建", "资源联享")),
        ),
        outline=(
            OutlineNode(**_at("构建“一张网”托起民生实事"), title="构建“一张网”托起民生实事"),
            OutlineNode(**_at("推行“三联机制”破解治理难题"), title="推行“三联机制”破解治理难题"),
            OutlineNode(**_at("一是组织联建"), title="组织联建", marker="一是", level=2),
            OutlineNode(**_at("二是资源联享"), title="资源联享", marker="二是", level=2),
            OutlineNode(**_at("三是服务联动"), title="服务联动", marker="三是", level=2),
            OutlineNode(**_at("建立“三张清单”促进长效运行"), title="建立“三张清单”促进长效运行"),
        ),
        figures=tuple(figures()),
        documents=(
            Document(**_at("《关于深化“一网三联”工作的实施意见》"), verb="制定下发"),
            Document(**_at("《网格员管理办法》"), verb="印发"),
        ),
        terms=tuple(
            Term(**_at(words), kind=kind, places=_everywhere(words))
            for words, kind in (
                ("一网三联", TermKind.TERM),
                ("第一网格长", TermKind.TERM),
                ("微心愿", TermKind.TERM),
                ("三张清单", TermKind.TERM),
                ("最美网格长", TermKind.TERM),
            )
        ),
        orgs=tuple(
            Organisation(**_at(words), places=_everywhere(words))
            for words in ("清河市新城街道办事处", "城东社区", "清河市民政局")
        ),
        dates=(
            _date("近年来", kind=DateKind.RELATIVE),
            _date("2019年5月", norm="2019-05", resolved="2019-05"),
            _date("2021年3月", norm="2021-03", resolved="2021-03"),
            _date("2022年", norm="2022", resolved="2022"),
            _date("2023年底", norm="2023", resolved="2023"),
        ),
        chains=(
            Chain(
                **_at("市委—街道党工委—社区党委—网格党支部—党员中心户"),
                nodes=("市委", "街道党工委", "社区党委", "网格党支部", "党员中心户"),
            ),
        ),
        key=(
            _key("近年来，清河市", Reason.MODEL),
            _key("全市37个社区划分", Reason.PARTS),
            _key("一是组织联建", Reason.MECHANISM),
            _key("2021年3月", Reason.LASTING),
            _key("截至2023年底", Reason.RESULT),
        ),
        hints=(Hint(HintKind.SUM, (4, 5, 6)), Hint(HintKind.PRODUCT, (2, 3), 134400), Hint(HintKind.PARTS, (), 3, 4)),
    )


def report(captured: Callable[..., CapturedArticle]) -> CapturedArticle:
    """The report as capturing would hand it over; `captured` is the fixture of that name."""
    return captured(*PARAGRAPHS, **REPORT)
