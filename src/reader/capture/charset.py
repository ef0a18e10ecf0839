"""Bytes to text: byte order mark, then strict UTF-8, then what is declared, then gb18030.

On 77 pages of Chinese portals this order decoded every one; declarations lie in both directions.
"""

import codecs
import re
from typing import NamedTuple

from reader.model.errors import CaptureError


class Decoded(NamedTuple):
    """Text and the name of the encoding it was decoded with; `damaged` when characters had to be replaced."""

    text: str
    encoding: str
    damaged: bool = False


ALLOWED = (
    {
        "utf-8": "utf-8",
        "utf8": "utf-8",
        "gb2312": "gb18030",
        "gbk": "gb18030",
        "gb18030": "gb18030",
        "gb-2312": "gb18030",
        "gb_2312-80": "gb18030",
        "x-gbk": "gb18030",
        "cp936": "gb18030",
        "ms936": "gb18030",
        "windows-936": "gb18030",
        "hz-gb-2312": "hz",
        "big5": "big5hkscs",
        "big5-hkscs": "big5hkscs",
        "x-x-big5": "big5hkscs",
        "cp950": "big5hkscs",
        "shift_jis": "cp932",
        "shift-jis": "cp932",
        "sjis": "cp932",
        "x-sjis": "cp932",
        "windows-31j": "cp932",
        "euc-jp": "euc_jp",
        "iso-2022-jp": "iso2022_jp",
        "euc-kr": "cp949",
        "ks_c_5601-1987": "cp949",
        "cp949": "cp949",
        "utf-16": "utf-16",
        "utf-16le": "utf-16-le",
        "utf-16be": "utf-16-be",
        "koi8-r": "koi8-r",
        "koi8-u": "koi8-u",
        # Browsers read both names as windows-1252: https://encoding.spec.whatwg.org/#names-and-labels
        "iso-8859-1": "cp1252",
        "latin1": "cp1252",
        "ascii": "cp1252",
        "us-ascii": "cp1252",
    }
    | {f"windows-125{n}": f"cp125{n}" for n in range(9)}
    | {f"iso-8859-{n}": f"iso8859-{n}" for n in range(2, 17) if n != 12}
)
"""Declared name → codec. Anything else (utf-7 above all) is not believed."""

OFFERED = (
    ("utf-8", "UTF-8"),
    ("gb18030", "GB18030 (GBK, GB2312)"),
    ("big5hkscs", "Big5"),
    ("utf-16", "UTF-16"),
    ("cp932", "Shift_JIS"),
    ("euc_jp", "EUC-JP"),
    ("cp949", "EUC-KR"),
    ("cp1252", "windows-1252"),
    ("cp1251", "windows-1251"),
)
"""Codecs that a reader can choose from, with the names readers know; those of Chinese pages first."""

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:\-]{2,30})""", re.I)
_HEADER = re.compile(r"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:\-]{2,30})""", re.I)
_HEAD_BYTES = 16_384
"""A declaration further down is none; browsers look at the first 1,024 bytes, portals put scripts before it."""
_TAIL_BYTES = 4
"""A cut page may end inside a character."""


def codec_of(name: str) -> str:
    """The codec of a declared name or of a codec's own; CaptureError unknown_encoding for any other."""
    lower = name.strip().lower()
    if lower in ALLOWED.values():
        return lower
    if lower not in ALLOWED:
        raise CaptureError("unknown_encoding", encoding=name[:60])
    return ALLOWED[lower]


def declared(data: bytes, content_type: str = "") -> list[str]:
    """The encodings that the header and the page declare, as codec names of the allow-list, in order of trust."""
    names = [match[1] for match in _HEADER.finditer(content_type)]
    # What is read as ASCII here is not UTF-16, whatever it says: https://html.spec.whatwg.org/#determining-the-character-encoding
    in_page = [match[1].decode("ascii") for match in _META.finditer(data[:_HEAD_BYTES])]
    names += [name for name in in_page if not name.lower().startswith("utf-16")]
    codecs_named = [ALLOWED[name.lower()] for name in names if name.lower() in ALLOWED]
    return list(dict.fromkeys(codecs_named))


def decode(data: bytes, content_type: str = "") -> Decoded:
    """Decode with the first encoding that fits; never fails, replacement characters at the worst."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], name)
    if _strict(data, "utf-8") is None:
        nearly = _lenient(data, "utf-8")
        if _is_nearly_whole(nearly.text):
            return nearly
    for name in ["utf-8", *(n for n in declared(data, content_type) if n != "utf-8"), "gb18030", *_guesses(data)]:
        text = _strict(data, name)
        if text is not None:
            return Decoded(text, name)
    return _least_damaged(data, ["utf-8", *declared(data, content_type), "gb18030"])


def _is_nearly_whole(text: str) -> bool:
    """A page in UTF-8 with a few broken bytes: gb18030 would read it without an error, and as nonsense."""
    beyond_ascii = sum(character > "\x7f" for character in text)
    return text.count("\ufffd") * 10 < beyond_ascii


def _guesses(data: bytes) -> list[str]:
    # Half of the bytes of UTF-16 text in Latin letters are zero; no other text has any.
    zeros = data[:1000].count(0)
    return ["utf-16-le"] if zeros > 200 else ["big5hkscs"]


def _strict(data: bytes, name: str) -> str | None:
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        if error.start < len(data) - _TAIL_BYTES or error.start == 0:
            return None
        text = data[: error.start].decode(name)
    return None if name.startswith("utf-16") and "<" not in text and "\n" not in text else text


def _lenient(data: bytes, name: str) -> Decoded:
    text = data.decode(name, errors="replace")
    return Decoded(text, name, "\ufffd" in text)


def _least_damaged(data: bytes, names: list[str]) -> Decoded:
    candidates = [_lenient(data, name) for name in dict.fromkeys(names)]
    return min(candidates, key=lambda each: each.text.count("\ufffd"))
