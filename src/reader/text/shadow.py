"""The shadow of a text: the same length, folded, for rules to read; offsets found in it hold in the text as stored.

Folded are width (full-width ASCII and blanks), radicals that PDF writes for characters (Kangxi and the supplement,
which NFKC leaves alone), compatibility ideographs, and quotation marks; what is invisible becomes a space. Everything
is one code point for one code point.
"""

import unicodedata

_SUPPLEMENT = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛"
    "⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶"
    "⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
"""CJK Radicals Supplement, each followed by its ideograph: EquivalentUnifiedIdeograph.txt of the Unicode Character
Database (U+2E80 has none)."""

_QUOTES = dict(zip("「」『』｢｣〝〞〟„‟", "“”‘’“”“””““", strict=True))
_STROKES = {"‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-", "﹣": "-", "―": "—", "～": "~", "〜": "~", "∼": "~"}


def _radicals() -> dict[int, str]:
    table = {ord(radical): plain for radical, plain in zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True)}
    for start, end in ((0x2F00, 0x2FD6), (0xF900, 0xFB00)):
        for code in range(start, end):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1:
                table[code] = plain
    return table


_RADICALS = _radicals()
_RADICAL_SET = frozenset(map(chr, _RADICALS))


def plain_radicals(text: str) -> str:
    """`text` with radicals and compatibility ideographs as the characters they stand for: the same length."""
    return text.translate(_RADICALS) if not _RADICAL_SET.isdisjoint(text) else text


def _table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | _RADICALS
    table |= {ord(mark): plain for mark, plain in (_QUOTES | _STROKES).items()}
    unseen = [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA1), 0xAD, 0x3000, 0xFEFF]
    unseen += [*range(0x2000, 0x2010), *range(0x2028, 0x2030), *range(0x205F, 0x2070), *range(0xD800, 0xE000)]
    return table | dict.fromkeys(unseen, " ")


_TABLE = _table()
_FOLDED = frozenset(map(chr, _TABLE))
_FEW = 60
"""Different characters to fold, up to which replacing one after the other beats looking up each (5 times in a report,
which has a dozen)."""


def shadow(text: str) -> str:
    """`text` folded, code point by code point: the result is as long as `text`. Newlines stay where they are.

    Straight quotation marks are opening and closing in turn within a line.
    """
    folded = _translated(text)
    if '"' not in folded:
        return folded
    return "\n".join(_with_paired_quotes(line) for line in folded.split("\n"))


def _translated(text: str) -> str:
    present = _FOLDED.intersection(text)
    if len(present) > _FEW:
        return text.translate(_TABLE)
    for character in present:
        text = text.replace(character, _TABLE[ord(character)])
    return text


def _with_paired_quotes(line: str) -> str:
    first, *rest = line.split('"')
    return first + "".join(("”" if index % 2 else "“") + piece for index, piece in enumerate(rest))
