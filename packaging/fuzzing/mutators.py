"""Pages made worse: each mutator takes the bytes of a page and gives back others, chosen by a generator of numbers.

The same seed and number always give the same bytes, on every machine.
"""

# ruff: noqa: E501  lists of what is put in are read by rows

import random
import re
from collections.abc import Callable, Sequence

Mutator = Callable[[bytes, random.Random], bytes]

LARGEST = 400_000
"""Bytes of a mutated page: larger ones only repeat what these do, and 5,000 pages must be read in minutes."""

_TAG = re.compile(rb"<[^<>]{1,300}>")
_META = re.compile(rb"<meta[^<>]{0,200}charset[^<>]{0,100}>", re.I)
_NESTING = [b"div", b"ul", b"li", b"table", b"tr", b"td", b"span", b"b", b"font", b"blockquote", b"p", b"form", b"center",
            b"a", b"section", b"h2", b"em", b"textarea", b"svg", b"math", b"select", b"noscript", b"dl", b"pre"]  # fmt: skip
_CHARSETS = [b"utf-8", b"gb2312", b"gbk", b"gb18030", b"big5", b"utf-16", b"utf-7", b"shift_jis", b"iso-8859-1", b"x-none",
             b"euc-kr", b"hz-gb-2312", b"", b"\xff\xfe", b"utf-8;charset=gbk"]  # fmt: skip
_CODECS = ["utf-8", "gb18030", "big5", "utf-16", "utf-16-le", "shift_jis", "latin-1", "utf-8-sig", "hz"]
_ENTITIES = [b"&amp;", b"&", b"&#x", b"&nbsp;", b"&#65532;", b"&#0;", b"&lt;", b"&#x110000;", b"&#xFDD0;", b"&rarr;", b"&zwj;",
             b"&#8232;", b"&copy", b"&#12288;", b"&#x202e;"]  # fmt: skip
_ODD = ["\ufffc", "\u2028", "\u2029", "\u202e", "\u202d", "\u200b", "\u200d", "\u00ad", "\ufeff", "\ufdd0", "\u0301", "\x00",
        "\x1b[2J", "\x7f", "\x85", "\t", "\x0c", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U00020000", "\u0e33",
        "\ufdfa", "\u115f"]  # fmt: skip
_WORDS = ["云岭市", "来源：", "责任编辑：", "（记者 ", "2026年3月1日", "网格", "附件：", "a", "0", "—", "…"]


def size(dice: random.Random, most: int) -> int:
    """A number from 1 to `most`, small ones far more often than large ones."""
    return max(1, int(most ** dice.random()))


def place(page: bytes, dice: random.Random) -> int:
    """Somewhere in the page, three times of four between two tags."""
    tags = list(_TAG.finditer(page)) if dice.random() < 0.75 else []
    return dice.choice(tags).end() if tags else dice.randrange(len(page) + 1)


def put(page: bytes, dice: random.Random, what: bytes) -> bytes:
    """The page with something put in somewhere."""
    at = place(page, dice)
    return page[:at] + what + page[at:]


def flip_bytes(page: bytes, dice: random.Random) -> bytes:
    changed = bytearray(page)
    for _ in range(size(dice, 200) if changed else 0):
        changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def cut_end(page: bytes, dice: random.Random) -> bytes:
    return page[: dice.randrange(len(page) + 1)]


def cut_out(page: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(page) + 1)
    return page[:start] + page[start + size(dice, 5_000) :]


def cut_characters(page: bytes, dice: random.Random) -> bytes:
    """One byte of some characters of several bytes is missing."""
    places = [at for at, byte in enumerate(page) if byte > 0x7F]
    gone = set(dice.sample(places, min(len(places), size(dice, 100))))
    return bytes(byte for at, byte in enumerate(page) if at not in gone)


def double_tags(page: bytes, dice: random.Random) -> bytes:
    times = size(dice, 200)
    chosen = set(dice.sample(range(400), size(dice, 20)))
    seen = iter(range(len(page)))
    return _TAG.sub(lambda match: match[0] * (times if next(seen) in chosen else 1), page)


def drop_tags(page: bytes, dice: random.Random) -> bytes:
    share = dice.random() * 0.5
    return _TAG.sub(lambda match: b"" if dice.random() < share else match[0], page)


def swap_pieces(page: bytes, dice: random.Random) -> bytes:
    cuts = sorted(dice.randrange(len(page) + 1) for _ in range(size(dice, 12)))
    pieces = [page[start:end] for start, end in zip([0, *cuts], [*cuts, len(page)], strict=True)]
    dice.shuffle(pieces)
    return b"".join(pieces)


def nest(page: bytes, dice: random.Random) -> bytes:
    """Hundreds to tens of thousands of levels, closed or left open."""
    names = dice.sample(_NESTING, dice.randrange(1, 4))
    depth = size(dice, 30_000)
    opened = b"".join(b"<" + name + b">" for name in names) * depth
    closed = b"".join(b"</" + name + b">" for name in reversed(names)) * depth
    return put(page, dice, opened + "最深处的话。".encode() + dice.choice([closed, b""]))


def nest_tables(page: bytes, dice: random.Random) -> bytes:
    depth = size(dice, 3_000)
    row = dice.choice([b"<table><tr><td>", b"<table border=1><tr><td>x</td><td>", b"<table><tr><th>x<td colspan=99999999>"])
    return put(page, dice, row * depth + "表中".encode() + b"</td></tr></table>" * (depth if dice.random() < 0.7 else 0))


def large_table(page: bytes, dice: random.Random) -> bytes:
    rows, columns = size(dice, 2_000), size(dice, 300)
    row = b"<tr>" + b"<td>" + "一格".encode() + (b"</td><td>12" * columns) + b"</td></tr>"
    return put(page, dice, b"<table>" + row * min(rows, LARGEST // len(row) + 1) + b"</table>")


def huge_attribute(page: bytes, dice: random.Random) -> bytes:
    value = dice.choice([b"x", b"&amp;", "长".encode(), b"<", b"' "]) * size(dice, 100_000)
    name = dice.choice([b"class", b"style", b"href", b"src", b"title", b"id", b"alt", b"width", b"content"])
    return put(page, dice, b"<" + dice.choice([b"p", b"a", b"img", b"td", b"meta"]) + b" " + name + b'="' + value + b'">')


def many_attributes(page: bytes, dice: random.Random) -> bytes:
    attributes = b" ".join(b"a%d=1" % number for number in range(size(dice, 40_000)))
    return put(page, dice, b"<p " + attributes + ">多".encode())


def flood_entities(page: bytes, dice: random.Random) -> bytes:
    return put(page, dice, dice.choice(_ENTITIES) * size(dice, 60_000))


def long_word(page: bytes, dice: random.Random) -> bytes:
    word = dice.choice([b"x", "字".encode(), b"1", b"a-", "é".encode(), "क्ष".encode(), "ا".encode(), "👩‍👩‍👧".encode(), b"/"])
    return put(page, dice, b"<p>" + word * size(dice, 200_000 // len(word)))


def many_elements(page: bytes, dice: random.Random) -> bytes:
    element = dice.choice([b"<br>", "<p>段</p>".encode(), b"<hr>", "<li>项".encode(), b"<img src=a.png>", "<h2>题</h2>".encode(),
                           b"<a href=x>y</a> ", "<b>粗</b>细".encode(), b"<!-- x", b"<![CDATA[", b"<", b"</p>",
                           "<blockquote>引".encode(), b"<pre>\n", b"<sup>1</sup>"])  # fmt: skip
    return put(page, dice, element * size(dice, 15_000))


def surrogates(page: bytes, dice: random.Random) -> bytes:
    lone = dice.choice([b"\xed\xa0\x80", b"\xed\xb0\x80", b"&#xD800;", b"&#xDFFF;", b"\xf4\x90\x80\x80", b"\xc0\x80", b"\\ud800"])
    for _ in range(size(dice, 50)):
        page = put(page, dice, lone)
    return page


def odd_characters(page: bytes, dice: random.Random) -> bytes:
    for _ in range(size(dice, 30)):
        page = put(page, dice, (dice.choice(_ODD) * size(dice, 2_000)).encode())
    return page


def declare_another(page: bytes, dice: random.Random) -> bytes:
    declared = b"<meta charset=" + dice.choice(_CHARSETS) + b">"
    return _META.sub(declared, page, count=1) if _META.search(page) else declared + page


def encode_otherwise(page: bytes, dice: random.Random) -> bytes:
    """All or half of it in another code than it says."""
    text = page.decode("utf-8", "replace").encode(dice.choice(_CODECS), "replace")
    half = len(page) // 2
    return dice.choice([text, page[:half] + text[half:], text[:half] + page[half:]])


def repeat_words(page: bytes, dice: random.Random) -> bytes:
    """Bylines, dates and tails by the hundred, where rules look for one."""
    words = "".join(dice.choice(_WORDS) + dice.choice(["", " ", "\n"]) for _ in range(size(dice, 3_000)))
    return put(page, dice, dice.choice(["", "<title>", "<h1>", "<p>", "<div class=info>"]).encode() + words.encode())


def repeat_a_piece(page: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(page) + 1)
    piece = page[start : start + size(dice, 20_000)]
    return page[:start] + piece * min(size(dice, 300), LARGEST // (len(piece) + 1) + 1) + page[start:]


MUTATORS: Sequence[Mutator] = (
    flip_bytes,
    cut_end,
    cut_out,
    cut_characters,
    double_tags,
    drop_tags,
    swap_pieces,
    nest,
    nest_tables,
    large_table,
    huge_attribute,
    many_attributes,
    flood_entities,
    long_word,
    many_elements,
    surrogates,
    odd_characters,
    declare_another,
    encode_otherwise,
    repeat_words,
    repeat_a_piece,
)


def mutated(pages: Sequence[bytes], seed: int, number: int) -> tuple[bytes, list[str]]:
    """Page `number` of a run, and the names of the mutators that made it (one to four)."""
    dice = random.Random(f"{seed}:{number}")
    page = dice.choice(pages)
    chosen = [dice.choice(MUTATORS) for _ in range(dice.choice((1, 1, 2, 2, 3, 4)))]
    for mutator in chosen:
        page = mutator(page, dice)[:LARGEST]
    return page, [mutator.__name__ for mutator in chosen]
