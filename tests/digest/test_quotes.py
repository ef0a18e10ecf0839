"""Which quotation mark closes which."""

from hypothesis import given
from hypothesis import strategies as st

from reader.digest.quotes import quotes
from reader.text.shadow import shadow


def inside(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in quotes(shadow(text))]


def test_quotes_may_stand_in_quotes() -> None:
    assert inside("他说：“推出‘红色管家’，效果好。”") == ["推出‘红色管家’，效果好。", "红色管家"]
    assert inside("他说：“推出“红色管家”，效果好。”") == ["推出“红色管家”，效果好。", "红色管家"]


def test_every_kind_of_marks() -> None:
    assert inside('「网格」、"小红伞"和"连心桥"') == ["网格", "小红伞", "连心桥"]


def test_marks_all_of_one_shape_take_turns() -> None:
    assert inside("打造”红色物业”和”连心桥”") == ["红色物业", "连心桥"]


def test_a_mark_without_a_partner_spoils_no_other_line() -> None:
    assert inside("“我们一起干，建成了“连心桥”。\n用好“小红伞””") == ["连心桥", "小红伞"]


@given(st.text(st.sampled_from("“”‘’甲\n"), max_size=60))
def test_quotes_lie_in_one_line_and_one_in_another_or_beside_it(text: str) -> None:
    found = quotes(text)
    for one in found:
        assert text[one.start - 1] + text[one.end] in {"“”", "‘’", "””", "““"}
        assert "\n" not in text[one.start : one.end]
        for other in found:
            apart = one.end < other.start or other.end < one.start
            outer, inner = sorted((one, other), key=lambda quote: (quote.start, -quote.end))
            assert apart or inner.end <= outer.end
