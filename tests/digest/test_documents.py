"""Documents: what stands in 《…》, document numbers, and what was done with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.digest.documents import documents
from reader.digest.report import plain_report
from reader.model.digest import Document, DocumentKind


def found(body: str) -> list[Document]:
    return documents(plain_report(f"清河市治理经验\n{body}"))


def verbs(body: str) -> list[tuple[str, str | None]]:
    return [(document.text, document.verb) for document in found(body)]


@pytest.mark.parametrize(
    ("body", "verb"),
    [
        ("清河市制定下发《关于深化“大工委”建设的实施方案》，召开会议。", "制定下发"),
        ("市委办公室印发了《清河市网格管理办法》。", "印发"),
        ("先后出台市委、市政府关于网格的《若干措施》。", "出台"),
        ("会议审议通过《工作报告》。", "审议通过"),
        ("大会通过了《清河宣言》。", "通过"),
        ("《清河市养犬条例》近日发布。", "发布"),
        ("《清河市养犬条例》于2024年3月1日正式颁布实施。", "颁布实施"),
        ("通过学习《清河市养犬条例》，居民懂得了规矩。", None),
        ("通过《清河故事》，居民懂得了规矩。", None),
        ("新闻发布会上介绍了《清河市养犬条例》。", None),
        ("市里出台措施，学习《清河市养犬条例》。", None),
        ("市里出台措施。《清河市养犬条例》提出要求。", None),
    ],
)
def test_the_verb_of_the_same_clause(body: str, verb: str | None) -> None:
    assert [document.verb for document in found(body)] == [verb]


def test_titles_in_a_row_share_their_verb() -> None:
    assert verbs("印发《甲方案》（试行）、《乙方案》和《丙方案》，宣传《丁方案》。") == [
        ("《甲方案》", "印发"),
        ("《乙方案》", "印发"),
        ("《丙方案》", "印发"),
        ("《丁方案》", None),
    ]
    assert verbs("《甲方案》《乙方案》相继出台。") == [("《甲方案》", "出台"), ("《乙方案》", "出台")]


def test_a_title_may_be_broken_over_lines_and_name_another_one() -> None:
    broken = "《关于推进基层治理 实现“一次办成”\n的实施意见》"
    nested = "《关于修改《清河市养犬条例》的决定》"
    assert [document.text for document in found(f"市里印发{broken}，公布{nested}。")] == [broken, nested]


def test_what_is_no_title_is_left_out() -> None:
    assert found("书名号《》里什么也没有，《没有结尾。\n" + "又一段。" * 200 + "》") == []


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("《清河市网格管理办法（试行）》", DocumentKind.DOCUMENT),
        ("《广告法》", DocumentKind.DOCUMENT),
        ("《致居民的倡议书》", DocumentKind.DOCUMENT),
        ("《清河日报》", DocumentKind.WORK),
        ("《清河的故事》", DocumentKind.WORK),
    ],
)
def test_policies_are_told_from_works(title: str, kind: DocumentKind) -> None:
    assert [document.kind for document in found(f"大家谈到{title}。")] == [kind]


def test_document_numbers() -> None:
    body = "根据清政办发〔2022〕14 号文件和《方案》（清发[2019]15号），落实《清发〔2020〕3号文件汇编》。见〔2022〕9号。"
    numbers = [document.text for document in found(body) if document.kind is DocumentKind.NUMBER]
    assert numbers == ["清政办发〔2022〕14 号", "清发[2019]15号"]


def test_furniture_is_not_read() -> None:
    page = "首页 > 正文\n清河经验\n发布时间：2024-05-06 来源：清河网\n" + "清河市深化治理，印发《方案》。\n" * 9
    page += "[免责声明] 版权归《清河网》所有。"
    assert {document.text for document in documents(plain_report(page))} == {"《方案》"}


@given(st.text(st.sampled_from("《》〈〉印发通过了、和（）()〔2022〕14号 \n\ud800\u202e甲"), max_size=80))
def test_every_place_is_the_place_of_its_text(body: str) -> None:
    report = plain_report(body)
    last = 0
    for document in documents(report):
        assert report.text[document.start : document.end] == document.text
        assert last <= document.start < document.end
        last = document.end
