"""How long a text is, for people: visible characters and reading time."""

import re

CHARACTERS_PER_MINUTE = 400
"""Chinese read attentively."""

_VISIBLE = re.compile(r"\S")


def visible_characters(text: str) -> int:
    """Characters that are not white space."""
    return len(_VISIBLE.findall(text))


def reading_minutes(characters: int) -> int:
    """Whole minutes for so many characters of Chinese, at least one."""
    return max(1, round(characters / CHARACTERS_PER_MINUTE))
