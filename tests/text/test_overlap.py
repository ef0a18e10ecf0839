"""What two texts have in common, as a person would count it."""

from hypothesis import given
from hypothesis import strategies as st

from reader.text.overlap import RUN, Overlap, overlap

REPORT = (
    "近年来，云岭市青禾区探索建立“一网三联”治理模式，全力构建基层治理新格局。",
    "全区划分为128个网格，配备专职网格员256名，推动服务下沉到楼栋和院落。",
    "一年来，网格员入户走访3.2万户，解决群众难题1,560件，群众满意度持续提升。",
    "下一步，将继续完善议事协商制度，让居民的事由居民自己商量着办。",
)
TEXT = "\n".join(REPORT)


@given(st.text(), st.text())
def test_it_is_symmetric_and_between_nothing_and_all(a: str, b: str) -> None:
    found = overlap(a, b)
    assert found == overlap(b, a)
    assert 0 <= found.share <= 1 and 0 <= found.contained <= 1


@given(st.text())
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert overlap(text, text) == Overlap(1.0, 1.0)


def test_what_is_not_a_word_does_not_count() -> None:
    assert overlap(TEXT, TEXT.replace("，", ", ").replace("“", '"').replace("\n", "\n\n　　")) == Overlap(1.0, 1.0)


def test_one_altered_character_costs_one_character() -> None:
    found = overlap(TEXT, TEXT.replace("探索", "採索"))
    units = 2 * 127
    assert 0 < 1 - found.share < 4 / units
    assert found.share < 1


def test_moved_paragraphs_stay_the_same() -> None:
    assert overlap(TEXT, "\n".join(reversed(REPORT))) == Overlap(1.0, 1.0)


def test_an_excerpt_stands_whole_in_the_text() -> None:
    found = overlap(TEXT, REPORT[1])
    assert found.contained == 1.0
    assert 0.3 < found.share < 0.5


def test_set_phrases_and_names_make_no_likeness() -> None:
    other = "云岭市积极探索基层治理新路子，网格员走访慰问困难群众，议事协商蔚然成风，满意度显著提升。"
    assert overlap(TEXT, other).contained < 0.15


def test_other_scripts_count_by_words() -> None:
    one = "The district council divided the town into a grid of small neighbourhoods served by trained volunteers."
    other = "The district office trained its volunteers and the council served a small town in the neighbourhoods."
    assert overlap(one, other).share < 0.2
    assert overlap(one, one.upper()).share == 1.0


def test_fewer_units_than_a_run_are_only_ever_the_same() -> None:
    assert overlap("网" * (RUN - 1), "网" * (RUN - 1) + "。") == Overlap(1.0, 1.0)
    assert overlap("网格", "网格员") == Overlap(0.0, 0.0)
    assert overlap("", "网格") == Overlap(0.0, 0.0)
