"""How long a text takes to say."""

import re
import unicodedata

# A year is read digit by digit; any other number by its place values.
_SPOKEN = re.compile(
    r"(?P<year>(?<!\d)\d{4}(?=年))|(?P<number>\d+(?:,\d{3})*)(?:\.(?P<decimals>\d+))?(?P<percent>%?)"
    r"|(?P<word>[A-Za-z\u00c0-\u024f]+(?:['’-][A-Za-z\u00c0-\u024f]+)*)|(?P<han>[\u3007\u3400-\u9fff\U00020000-\U0003ffff])"
)
_LONGEST = 16
"""Digits of a number that is read by place values; a longer one is an identifier."""
STEP = 10
"""Seconds to which a speaking time is rounded: more would pretend to an exactness that no speaker has."""


def spoken(text: str) -> int:
    """How many characters are said: a Chinese character is one, a Latin word is one, a number as many as it has when it
    is read out in Chinese (280 is 二百八十: 4; 2026年 is read digit by digit: 4; 3.5% is 百分之三点五: 6).
    Punctuation is a pause and counts nothing."""
    count = 0
    for match in _SPOKEN.finditer(unicodedata.normalize("NFKC", text)):
        if match["number"]:
            count += _read_length(match["number"].replace(",", ""))
            count += 1 + len(match["decimals"]) if match["decimals"] else 0
            count += 3 * len(match["percent"])
        else:
            count += len(match["year"] or "-")
    return count


def seconds(count: int, pace: int) -> int:
    """How long `count` characters take at `pace` a minute, in steps of STEP; at least one step."""
    return max(STEP, int(count * 60 / max(pace, 1) / STEP + 0.5) * STEP)


def _read_length(digits: str) -> int:
    """Characters of a whole number read out in Chinese."""
    if len(digits) > _LONGEST or (len(digits) > 1 and digits[0] == "0"):
        return len(digits)
    groups = [digits[max(end - 4, 0) : end] for end in range(len(digits), 0, -4)][::-1]
    # 十二万, not 一十二万.
    count = -1 if 10 <= int(groups[0]) < 20 else 0
    after_gap = False
    for at, group in enumerate(groups):
        if int(group):
            # Zeros between two digits are one 零, within a group and before one that is not full.
            after_gap = at > 0 and (after_gap or group.startswith("0"))
            count += after_gap + len(re.findall("0+", group.strip("0"))) + _with_units(group) + (at < len(groups) - 1)
        after_gap = not int(group)
    return max(count, 1)


def _with_units(group: str) -> int:
    """Digits other than zero, each with its 十, 百 or 千 but the last."""
    return sum(1 + (place < len(group) - 1) for place, digit in enumerate(group) if digit != "0")
