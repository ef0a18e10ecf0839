"""What came of checking, in words."""

from reader.messages import Messages
from reader.model.verification import Checked, Difference, DifferenceKind, Verdict, Verification
from reader.services.verification_report import place_in_words, report, runs, summary, verdict_in_words

SAY = Messages("zh_CN")
EXACT = Checked("划分网格448个", 0, 8, Verdict.EXACT, None, "a", "青禾", 1, 2, "2-1", "划分网格448个", 5, 13)
DIFFERS = Checked(
    "划分了484个网格", 0, 9, Verdict.DIFFERS, None, "a", "青禾", 2, 2, "2-1", "划分448个格", 5, 12,
    (
        Difference(2, 3, "", DifferenceKind.WORDS, 2),
        Difference(3, 6, "448", DifferenceKind.WORDS, 2),
        Difference(7, 8, "", DifferenceKind.WORDS, 6),
    ),
)  # fmt: skip
MISSING = Checked("没有的话", 0, 4, Verdict.NOT_FOUND)
FOUND = Verification("…", (EXACT, DIFFERS, MISSING), 4)


def test_both_wordings_have_brackets_where_they_differ() -> None:
    assert "文中：划分【了】【484】个【网】格" in report(FOUND, SAY)
    assert "原文：划分【】【448】个【】格" in report(FOUND, SAY)
    assert "".join(text for _, text in runs(DIFFERS, is_source=True)) == DIFFERS.found
    assert "".join(text for _, text in runs(DIFFERS, is_source=False)) == DIFFERS.quote


def test_only_what_is_wrong() -> None:
    lines = report(FOUND, SAY, only_wrong=True).split("\n")
    assert [line[:2] for line in lines if line[0].isdigit()] == ["2.", "3."], "numbers stay those of the document"


def test_an_older_version_is_named() -> None:
    assert place_in_words(EXACT, SAY) == "《青禾》，第2段第1句，在旧版本中（第1版）"
    assert place_in_words(MISSING, SAY) == ""


def test_the_sum_of_it() -> None:
    assert "共核对引文3处：一致1处，不一致1处" in summary(FOUND, SAY) and "未找到1处" in summary(FOUND, SAY)
    assert "没有需要核对的引文" in summary(Verification("", ()), SAY)
    assert "只核对了前面的部分" in summary(Verification("", (), truncated=True), SAY)


def test_every_verdict_has_words_and_a_seal_of_one_character() -> None:
    for language in ("zh_CN", "en"):
        say = Messages(language)
        for key in (*Verdict, "punctuation"):
            assert say.has(f"verify.{key}") and len(say(f"verify.seal.{key}")) == 1
    assert verdict_in_words(MISSING, SAY) == "未找到"
