"""Stretches of text around a place."""

from reader.digest.clauses import Clauses

TEXT = "全区建成“一站、多点”驿站（含村）、 社区食堂12个。新的一句"


def test_a_stretch_goes_to_the_next_comma_and_over_quotations() -> None:
    folded = TEXT.replace("（", "(").replace("）", ")")
    clauses = Clauses(folded)
    assert folded[slice(*clauses.after(4))] == "“一站、多点”驿站(含村)"
    assert folded[slice(*clauses.after(folded.index(" ")))] == "社区食堂12个", "without the blank before it"
    assert clauses.after(folded.index("。")) == (folded.index("。"),) * 2
    number = folded.index("12")
    assert folded[clauses.before(number) : number] == " 社区食堂"
    assert folded[clauses.start(number) : number] == "全区建成“一站、多点”驿站(含村)、 社区食堂"
    assert clauses.before(0) == clauses.start(0) == 0


def test_stretches_are_bounded() -> None:
    clauses = Clauses("网" * 1000)
    start, end = clauses.after(500)
    assert end - start == 24 and clauses.before(500) == 460 and clauses.start(500) == 420
