"""Documents checked against a library: our own papers, changed words, wrong passages, older versions, hostile input."""

import io
import random
import re
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.model.annotation import Kind
from reader.model.article import CapturedArticle
from reader.model.errors import CancelledError, CaptureError
from reader.model.verification import Checked, DifferenceKind, Verdict
from reader.services.exporting import Options
from reader.services.session import Session

Capture = Callable[..., CapturedArticle]

REPORT = (
    "青禾区位于云岭市东部，下辖12个街道、186个社区。近年来，全区坚持党建引领，构建“一网三联”治理新格局。",
    "一是健全组织体系。推行“街道吹哨、部门报到”，划分网格448个，配备专职网格员1,206名，做到“人在网中走、事在格中办”。"
    "二是完善工作机制。建立4项工作制度，累计办结民生实事5,400件，群众满意度达98.6%。",
    "三是夯实基层基础。The pilot programme started in 2021 and covered 37 communities by the end of the year, "
    "according to the district office. 建成“红色驿站”37个，服务新就业群体2.3万人次；开展“敲门行动”，走访群众3万余户。",
)
TEXT = "\n".join(REPORT)
QUOTES = (
    ("全区坚持党建引领，构建“一网三联”治理新格局", Kind.KEY),
    (REPORT[1][9 : REPORT[1].index("建立")], Kind.BORROW),
    ("累计办结民生实事5,400件，群众满意度达98.6%", Kind.DATA),
    (REPORT[2][9 : REPORT[2].index(" 建成")], Kind.KEY),
    ("走访群众3万余户", Kind.QUESTION),
    ("开展“敲门行动”", Kind.ACTION),
    ("累计办结民生实事5,400件，群众满意度达98.6%。\n三是夯实基层基础。", Kind.BORROW),
)


@pytest.fixture
def report(session: Session, captured: Capture) -> str:
    """The id of the report in the session."""
    made = session.capturing.store("r", captured(*REPORT, url="https://example.org/r.html", title="青禾区的做法"))
    assert made.id
    return made.id


def only(checked: tuple[Checked, ...]) -> Checked:
    (one,) = checked
    return one


def check(session: Session, text: str) -> Checked:
    return only(session.verifying.verify_text(text).checked)


def test_an_exact_quotation_has_its_place(session: Session, report: str) -> None:
    found = check(session, "会议指出，“全区坚持党建引领，构建‘一网三联’治理新格局”。")
    assert found.verdict is Verdict.EXACT and found.is_sound and found.similarity == 1
    assert (found.article, found.title, found.version, found.passage) == (report, "青禾区的做法", 1, "1-2")
    assert TEXT[found.found_start : found.found_end] == found.found == QUOTES[0][0]
    assert "会议指出，“全区坚持党建引领"[found.start] == "全"


def test_another_figure_is_shown(session: Session, report: str) -> None:
    found = check(session, "“划分网格484个，配备专职网格员1,206名”")
    (difference,) = found.differences
    assert found.verdict is Verdict.DIFFERS and not found.is_punctuation
    assert (found.quote[difference.start : difference.end], difference.found) == ("484", "448")
    assert found.passage == "2-2"


def test_other_punctuation_is_told_from_other_words(session: Session, report: str) -> None:
    found = check(session, "“全区坚持党建引领,构建‘一网三联’治理新格局”")
    assert found.verdict is Verdict.DIFFERS and found.is_punctuation
    assert [each.kind for each in found.differences] == [DifferenceKind.PUNCTUATION]


def test_the_right_words_in_another_passage(session: Session, report: str) -> None:
    assert check(session, "“服务新就业群体2.3万人次”（第3段第2句）").verdict is Verdict.EXACT
    found = check(session, "“服务新就业群体2.3万人次”（第2段第2句）")
    assert found.verdict is Verdict.ELSEWHERE and (found.stated, found.passage) == ("2-2", "3-2")


def test_words_that_stand_twice_are_taken_where_the_document_says(session: Session, captured: Capture) -> None:
    session.capturing.store("t", captured("群众满意度持续提升。", "另一句。群众满意度持续提升。", url=None))
    assert check(session, "“群众满意度持续提升”（第2段第2句）").verdict is Verdict.EXACT


def test_an_ellipsis_leaves_out_and_keeps_the_order(session: Session, report: str) -> None:
    found = check(session, "“健全组织体系……划分网格448个”")
    assert found.verdict is Verdict.EXACT and found.found == "健全组织体系……划分网格448个"
    assert check(session, "“划分网格448个……健全组织体系”").verdict is not Verdict.EXACT
    found = check(session, "“健全组织体系……划分网格484个”")
    (difference,) = found.differences
    assert found.quote[difference.start : difference.end] == "484"
    assert found.found[difference.found_start : difference.found_end] == "448"


def test_words_that_nobody_wrote_are_not_found(session: Session, report: str) -> None:
    found = check(session, "“这样的话资料库里哪一篇文章都没有说过”")
    assert found.verdict is Verdict.NOT_FOUND and not found.article and found.passage is None


def test_only_the_named_articles_count(session: Session, report: str, article: str) -> None:
    text = "“累计办结民生实事5,400件”"
    assert only(session.verifying.verify_text(text, [report]).checked).verdict is Verdict.EXACT
    assert only(session.verifying.verify_text(text, [article]).checked).verdict is Verdict.NOT_FOUND


def test_what_lies_in_the_trash_does_not_count(session: Session, report: str) -> None:
    session.organising.delete([report])
    assert check(session, "“累计办结民生实事5,400件”").verdict is Verdict.NOT_FOUND


def test_an_older_version_says_so(session: Session, captured: Capture, report: str) -> None:
    newer = captured(REPORT[0], REPORT[2], url="https://example.org/r.html", title="青禾区的做法")
    session.capturing.store("r", newer)
    found = check(session, "“累计办结民生实事5,400件”")
    assert found.verdict is Verdict.EXACT and found.is_old and (found.version, found.newest) == (1, 2)
    assert not check(session, "“服务新就业群体2.3万人次”").is_old
    assert only(session.verifying.verify_text("“累计办结民生实事5,400件”", [report]).checked).is_old


def test_of_several_articles_the_one_is_named_that_the_document_quotes(
    session: Session, captured: Capture, report: str
) -> None:
    session.capturing.store("o", captured("另一篇也说群众满意度达98.6%，这是巧合。", url=None, title="另一篇"))
    found = session.verifying.verify_text("“划分网格448个，配备专职网格员”“群众满意度达98.6%”").checked
    assert [each.article for each in found] == [report, report]


@pytest.mark.parametrize("format", ["docx", "pdf", "html", "md"])
def test_every_quotation_of_our_own_papers_is_exact(
    session: Session, report: str, tmp_path: Path, format: str
) -> None:
    for quote, kind in QUOTES:
        session.annotating.annotate(report, quote=quote, kind=kind, note="“笔记里的话不在原文里面”", tags=["机制"])
    path = tmp_path / f"paper.{format}"
    session.exporting.export([report], format, path, Options(title="研讨材料"))
    found = [each for each in session.verifying.verify_file(str(path)).checked if each.stated]
    assert {each.verdict for each in found} == {Verdict.EXACT}
    assert {each.found for each in found} >= {quote for quote, _ in QUOTES}


def test_a_long_paper_is_exact_over_its_pages(session: Session, captured: Capture, tmp_path: Path) -> None:
    """Lines folded and pages broken wherever they may be."""
    chance = random.Random(7)
    letters = "党建引领基层治理网格社区服务群众机制组织体系街道"
    sentences = ["".join(chance.choices(letters, k=chance.randint(8, 60))) + "。" for _ in range(60)]
    text = ["".join(sentences[at : at + 6]) for at in range(0, 60, 6)]
    key = session.capturing.store("l", captured(*text, url=None, title="长报告")).id
    assert key
    for sentence in sentences[::2]:
        session.annotating.annotate(key, quote=sentence, kind=Kind.KEY)
    path = tmp_path / "long.pdf"
    assert session.exporting.export([key], "pdf", path, Options(title="长材料")).pages
    found = session.verifying.verify_file(str(path))
    assert len(found.checked) == 30 and all(each.is_sound for each in found.checked)
    assert "—" not in found.text, "the numbers of the pages are none of it"


def test_tables_notes_and_comments_of_a_word_file_count(session: Session, report: str, tmp_path: Path) -> None:
    from docx import Document

    made = Document()
    first = made.add_paragraph("正文说：“划分网格448个，配备专职网格员1,206名”。")
    made.add_comment(first.runs, "批注说：“累计办结民生实事5,401件”", author="小林", initials="林")
    made.add_table(1, 2).cell(0, 1).text = "“建成‘红色驿站’37个，服务新就业群体”"
    made.add_paragraph("走访群众3万余户", style="Quote")
    out = io.BytesIO()
    made.save(out)
    path = tmp_path / "speech.docx"
    path.write_bytes(out.getvalue())
    found = {each.quote: each.verdict for each in session.verifying.verify_file(str(path)).checked}
    assert found == {
        "划分网格448个，配备专职网格员1,206名": Verdict.EXACT,
        "累计办结民生实事5,401件": Verdict.DIFFERS,
        "建成‘红色驿站’37个，服务新就业群体": Verdict.EXACT,
        "走访群众3万余户": Verdict.EXACT,
    }


def test_changed_characters_are_found_among_many_articles(session: Session, captured: Capture) -> None:
    chance = random.Random(3)
    letters = "".join(map(chr, range(0x4E00, 0x4E00 + 400)))
    texts = ["".join(chance.choices(letters, k=400)) for _ in range(40)]
    for number, text in enumerate(texts):
        session.capturing.store(str(number), captured(text, url=None, title=f"报告{number}"))
    cases = []
    for _ in range(60):
        number, start, k = chance.randrange(40), chance.randrange(340), chance.randrange(4)
        written = list(texts[number][start : start + 40])
        for at in chance.sample(range(1, 39), k):
            written[at] = "甴"
        cases.append((number, k, "".join(written)))
    found = session.verifying.verify_text("\n".join(f"“{quote}”" for _, _, quote in cases)).checked
    for (number, k, quote), each in zip(cases, found, strict=True):
        assert each.quote == quote and each.title == f"报告{number}"
        assert each.verdict is (Verdict.DIFFERS if k else Verdict.EXACT)
        assert sum(end - start for start, end, *_ in each.differences) == k


def test_progress_is_told_and_cancelling_ends_it(session: Session, report: str) -> None:
    steps: list[tuple[str, int, int]] = []
    session.verifying.verify_text("“划分网格448个，配备”", progress=lambda *step: steps.append(step))
    assert steps == [("verify", 0, 1)]
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(CancelledError):
        session.verifying.verify_text("“划分网格448个，配备”", cancel=cancel)


@pytest.mark.parametrize(("name", "data"), [("a.docx", b"PK\x03\x04 broken"), ("a.txt", b"  "), ("a.bin", bytes(99))])
def test_what_cannot_be_read_says_so(session: Session, tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(CaptureError):
        session.verifying.verify_file(str(path))
    with pytest.raises(CaptureError):
        session.verifying.verify_file(str(tmp_path / "missing.docx"))


@pytest.mark.parametrize(
    "text",
    [
        "“" * 1_000_000,
        "“" * 1_000 + "深" * 9 + "”" * 1_000,
        "“" + "党建引领" * 50_000 + "”",
        "“" + "\u202e党建引领基层治理\u2066" + "”",
        "“" + "\ud800党建引领基层治理" + "”",
        "“!?!?!?!?!?!?…………”",
        "“党建…引…领…" * 1_000 + "”",
    ],
    ids=lambda text: repr(text[:8]),
)
def test_hostile_text_comes_to_an_end(session: Session, report: str, text: str) -> None:
    found = session.verifying.verify_text(text)
    assert all(each.verdict is not Verdict.EXACT for each in found.checked if "深" not in each.quote)


def test_the_measure_on_the_seed(session: Session, captured: Capture, shared: Path) -> None:
    """A document with known quotations from the seed and with made-up ones: which are found, which are blamed."""
    seed = (shared / "corpus" / "seed" / "kaiyuan.txt").read_bytes()
    made = session.capturing.add("seed.txt", data=seed)
    assert made.id
    text = session.reading.content(made.id).text
    chance = random.Random(11)
    inner = str.maketrans("“”", "‘’")
    parts = [part.strip() for part in re.split("[。,;；\n]", text)]
    exact = [part.translate(inner) for part in parts if 12 <= len(part) <= 120 and part.count("“") == part.count("”")]
    changed = []
    for quote in exact:
        at = chance.choice([at for at, each in enumerate(quote) if "一" <= each <= "龥"])
        changed.append(quote[:at] + "甴" + quote[at + 1 :])
    strangers = ["全镇干部职工认真组织开展环境卫生整治工作", "学校开展丰富多彩的课外活动", "推动产业转型升级实现发展"]
    quoted = [*exact, *changed, *strangers]
    document = "\n".join(f"报告提出“{each}”，这是“亮点”之一。" for each in quoted)
    found = session.verifying.verify_text(document)
    assert [each.quote for each in found.checked] == quoted and found.terms == len(quoted)
    verdicts = [each.verdict for each in found.checked]
    assert verdicts[: len(exact)] == [Verdict.EXACT] * len(exact) and len(exact) >= 40
    assert verdicts[len(exact) : -len(strangers)] == [Verdict.DIFFERS] * len(changed)
    assert verdicts[-len(strangers) :] == [Verdict.NOT_FOUND] * len(strangers)
