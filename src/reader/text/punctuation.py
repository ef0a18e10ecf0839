"""Half-width punctuation in Chinese text, as many web pages have it, made full-width."""

import re

_HAN = "\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…\U00020000-\U0003ffff"
CJK = re.compile(f"[{_HAN}]")
_WIDE = str.maketrans({",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"})
_STOP = re.compile(f"(?<=[{_HAN}])\\.(?=[ \\t]*$)", re.MULTILINE)
"""A dot that ends a line after a Chinese character; anywhere else it may belong to a number or a name."""
_QUOTED = re.compile("(“[^”]*”|「[^」]*」|『[^』]*』)")


def to_fullwidth(text: str) -> str:
    """Half-width `, : ; ? ! ( )` beside a Chinese character become full-width, one to one."""
    characters = list(text)
    for index, character in enumerate(text):
        if ord(character) in _WIDE:
            before, after = "".join(characters[max(index - 1, 0) : index]), text[index + 1 : index + 2]
            if CJK.match(before) or CJK.match(after):
                characters[index] = character.translate(_WIDE)
    return "".join(characters)


def to_fullwidth_outside_quotes(text: str) -> str:
    """The same, and a dot that ends a Chinese line becomes 。, but what stands in “” or 「」 stays as it was quoted; a
    mark without its partner quotes nothing."""
    parts = _QUOTED.split(_STOP.sub("。", to_fullwidth(text)))
    start = 0
    for index, part in enumerate(parts):
        # One to one: every part is as long as the one it was made of.
        if index % 2:
            parts[index] = text[start : start + len(part)]
        start += len(part)
    return "".join(parts)
