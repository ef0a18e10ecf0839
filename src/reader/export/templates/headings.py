"""Numbers of headings: 一、 and （一） in Chinese papers, 1. and (1) in English ones."""

from collections.abc import Callable

_DIGITS = "零一二三四五六七八九"


def chinese_number(number: int) -> str:
    """一 to 九十九, as headings are counted; Arabic beyond."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    written = "" if tens == 0 else ("" if tens == 1 else _DIGITS[tens]) + "十"
    return written + (_DIGITS[ones] if ones else "")


def numbered(level: int, number: int, title: str, say: Callable[..., str]) -> str:
    """The heading with its number in front, as the language of `say` counts the level (1 or 2)."""
    return say(f"paper.heading.{level}", number=number, chinese=chinese_number(number), title=title)
