"""How many characters are said, and how long that takes."""

import pytest

from reader.export.templates.speaking import seconds, spoken


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("网格员，队伍。", "网格员队伍"),
        ("280户", "二百八十户"),
        ("10", "十"),
        ("12个", "十二个"),
        ("20", "二十"),
        ("416", "四百一十六"),
        ("1005", "一千零五"),
        ("1050", "一千零五十"),
        ("10000", "一万"),
        ("10500", "一万零五百"),
        ("100005", "十万零五"),
        ("105000", "十万五千"),
        ("100000000", "一亿"),
        ("100050000", "一亿零五万"),
        ("1,300余人", "一千三百余人"),
        ("0", "零"),
        ("1.2万", "一点二万"),
        ("98.6%", "百分之九十八点六"),
        ("２８０", "二百八十"),
        ("2026年", "二零二六年"),
        ("12026年", "一万二千零二十六年"),
        ("007", "零零七"),
        ("—— …()", ""),
    ],
)
def test_numbers_count_as_they_are_read_out(text: str, said: str) -> None:
    assert spoken(text) == len(said)


def test_a_latin_word_counts_as_one() -> None:
    assert spoken("反诈APP") == 3 and spoken("the grid's co-operation") == 3


def test_the_time_is_rounded_and_never_nothing() -> None:
    assert seconds(990, 220) == 270 and seconds(1, 220) == 10 and seconds(220, 220) == 60
    assert seconds(100, 0) > 0
