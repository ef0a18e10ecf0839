"""Names of files, from titles: safe on Windows, macOS and Linux, and in notes programs that link by name."""

import re
import unicodedata

MAX_UNITS = 120
"""UTF-16 units of a whole name: leaves room for a folder under Windows' 260."""
MAX_BYTES = 200
"""UTF-8 bytes of a whole name: 66 Chinese characters; Linux allows 255, and a temporary name is made from it."""
UNTITLED = "未命名"

_DROPPED = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_REPLACED = str.maketrans('<>:"/\\|?*', "＜＞：″／＼｜？＊") | dict.fromkeys(map(ord, "#^[]"))
_BLANKS = re.compile(r"\s+")
_RESERVED = re.compile(r"(CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³]|CONIN\$|CONOUT\$)", re.IGNORECASE)


def safe_filename(title: str, extension: str) -> str:
    """A file name for `title` with `extension` ("docx", with or without its dot).

    NFC; controls and invisible characters dropped; what Windows forbids replaced by full-width twins; no dot or
    space at the ends; at most MAX_UNITS and MAX_BYTES, cut between characters; "_" before device names.
    """
    suffix = "." + extension.lstrip(".") if extension.strip(".") else ""
    blank = _BLANKS.sub(" ", title)
    kept = "".join(c for c in blank if unicodedata.category(c) not in _DROPPED)
    # Composed last: a dropped character may have stood between a letter and its accent.
    stem = _trimmed(unicodedata.normalize("NFC", _BLANKS.sub(" ", kept.translate(_REPLACED))))
    if _RESERVED.fullmatch(stem.split(".")[0].rstrip()):
        stem = "_" + stem
    stem = _trimmed(_cut(stem, MAX_UNITS - len(suffix), MAX_BYTES - len(suffix.encode())))
    return (stem or UNTITLED) + suffix


def _trimmed(stem: str) -> str:
    # A leading dot would hide the file; a trailing dot or space is silently dropped by Windows.
    return stem.strip(" \u3000\xa0").rstrip(". \u3000\xa0").lstrip(".").strip(" \u3000\xa0")


def _cut(stem: str, units: int, octets: int) -> str:
    end = used_units = used_octets = 0
    for character in stem:
        used_units += 1 + (character > "\uffff")
        used_octets += len(character.encode())
        if used_units > units or used_octets > octets:
            break
        end += 1
    while 0 < end < len(stem) and unicodedata.combining(stem[end]):
        end -= 1
    return stem[:end]
