"""Numerals as reports write them: 1,234 · 3.51万亿 · 两千零五十 · 一点五亿 · 三四十 · 百 (of 百余)."""

import re

ARABIC = r"[0-9](?:[0-9]{0,2}(?:,[0-9]{3}){1,5}+(?![0-9])|[0-9]*+)(?:\.[0-9]++)?"
MAGNITUDE = r"(?:[百万亿]|千(?![瓦米克伏卡]))"
"""What an Arabic numeral may be multiplied by; 千瓦 and 千克 are units."""
NUMERAL = "〇零一二两三四五六七八九十百千万亿"
CHINESE = rf"[{NUMERAL}]++(?:点[零一二两三四五六七八九]++[百千万亿]*+)?"

_DIGITS = {character: digit for digit, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_LONGEST = 18
"""Characters; what is longer numbers a record and counts nothing."""
_LARGEST = 10**18
_PIECE = re.compile(r"([0-9.]+)([百千万亿]*)")


def value_of(numeral: str) -> tuple[float, float | None] | None:
    """The value, and the upper one of a range in one word (三四十: 30 and 40); None when it is no number.

    Whole numbers are int. Commas and blanks are passed over; a bare magnitude (百, 千万) counts once; 三分之二 and 半
    are fractions.
    """
    words = numeral.replace(",", "").replace(" ", "")
    if not words or len(words) > _LONGEST:
        return None
    if words.isascii() and words.isdigit():
        return int(words), None
    if words[0] in "0123456789":
        value = whole(sum(_scaled(float(piece[1]), piece[2]) for piece in _PIECE.finditer(words)))
        return (value, None) if value <= _LARGEST else None
    if len(words) == 1 and words in _DIGITS:
        return _DIGITS[words], None
    if words == "半":
        return 0.5, None
    if "分之" in words:
        return _fraction(*words.split("分之", 1))
    return _chinese_range(words)


def whole(value: float) -> float:
    """`value` without the dust of binary fractions (1.4 * 10000), an int where it is one."""
    value = round(value, 6)
    return int(value) if value == int(value) else value


def _fraction(all_of_it: str, part: str) -> tuple[float, None] | None:
    below, above = value_of(all_of_it), value_of(part)
    return None if below is None or above is None or not below[0] else (whole(above[0] / below[0]), None)


def _scaled(value: float, magnitudes: str) -> float:
    for magnitude in magnitudes:
        value *= _POWERS[magnitude]
    return value


def _chinese_range(words: str) -> tuple[float, float | None] | None:
    """三四十 is two numbers, 三十 and 四十; so is 十五六. Digits in a row (二〇二二) are the name of a year."""
    for index in range(len(words) - 1):
        low, high = _DIGITS.get(words[index]), _DIGITS.get(words[index + 1])
        if low is None or high is None or low == 0 or words[index + 1] == "两":
            continue
        if high != low + 1 or "点" in words:
            break
        first = _chinese(words[: index + 1] + words[index + 2 :])
        second = _chinese(words[:index] + words[index + 1 :])
        return None if first is None or second is None else (first, second)
    single = _chinese(words)
    return None if single is None else (single, None)


def _chinese(words: str) -> float | None:
    head, point, rest = words.partition("点")
    if point:
        decimals = rest.rstrip("百千万亿")
        digits = "".join(str(_DIGITS[character]) for character in decimals if character in _DIGITS)
        before = _chinese(head)
        if before is None or len(digits) != len(decimals):
            return None
        return whole(_scaled(before + float("0." + digits), rest[len(decimals) :]))
    return _whole_chinese(head)


def _whole_chinese(words: str) -> int | None:
    total = section = 0
    digit: int | None = None
    last = 1
    for character in words:
        if character in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[character]
            continue
        last = _POWERS[character]
        count = section + (digit or 0)
        if last == _POWERS["万"] and total >= _POWERS["亿"]:
            total, section = total + count * last, 0  # 两亿三千万
        elif last >= _POWERS["万"]:
            total, section = (total + count or 1) * last, 0
        else:
            section += (digit or 1) * last
        digit = None
    if digit and last >= 100 and not words.endswith("零") and "零" not in words[-2:]:
        digit *= last // 10  # 三百五 is 350
    return total + section + (digit or 0)
