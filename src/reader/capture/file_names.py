"""What an attachment is called: by the answer that brought it, the link to it, or its address."""

import email.header
import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, unquote_to_bytes, urlsplit

from reader.text.folding import clean, one_line

TYPES = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "wps": "application/vnd.ms-works",
    "et": "application/x-et",
    "dps": "application/x-dps",
    "ofd": "application/ofd",
    "rtf": "application/rtf",
    "zip": "application/zip",
    "rar": "application/vnd.rar",
    "7z": "application/x-7z-compressed",
    "txt": "text/plain",
    "csv": "text/csv",
}
"""Endings of the files that are taken for attachments → media type."""
SUFFIXES = frozenset(TYPES)
_SUFFIX = re.compile(r"\.([A-Za-z0-9]{2,4})$")
_TEXT_SUFFIX = re.compile(r"\.([A-Za-z0-9]{2,4})(?=$|[\s)）》\]】”\"（(])")
_LONGEST = 200
_EXTENDED = re.compile(r"filename\*\s*=\s*([\w-]*)'[\w-]*'([^;]+)", re.IGNORECASE)
_PLAIN = re.compile(r"filename\s*=\s*(?:\"((?:[^\"\\]|\\.)*)\"|([^;]+))", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"(?:附件|点击|点此|此处|这里|下载|文件|文档|原文|全文|查看|阅读|打印|版|word|pdf|excel|here|download|click|the|file"
    r"|[\d一二三四五六七八九十]|[\[\](（）)【】<>:：.、\s])*",
    re.IGNORECASE,
)
"""Words of a link that name no file: "附件1（点击下载）"."""


def header_of(headers: Iterable[tuple[str, str]], name: str) -> str:
    """The value of a header, "" where it is missing."""
    return next((value for key, value in headers if key.lower() == name), "")


def suffix_of(text: str) -> str:
    """The ending of a known kind of file that an address (path, or a value of its query) or a name has, else ""."""
    try:
        parts = urlsplit(text.strip())
        values = [parts.path, *(value for _, value in parse_qsl(parts.query[:2000]))]
    except ValueError:
        values = [text]
    for value in (*values, text):
        match = _SUFFIX.search(value.strip()) or _TEXT_SUFFIX.search(value.strip())
        if match and match[1].lower() in TYPES:
            return match[1].lower()
    return ""


def name_of(disposition: str, text: str, address: str, media_type: str) -> str:
    """The name of a file: what Content-Disposition says, else the words of the link, else the end of the address.

    One line, at most 200 characters, with an ending where one is known; not made safe for a file system.
    """
    said = _said(disposition)
    suffix = suffix_of(said) or suffix_of(address) or suffix_of(text) or _suffix_for(media_type)
    if said:
        return _with_suffix(said, suffix)
    words = one_line(clean(text))
    if suffix_of(words) or (words and not _SAYS_NOTHING.fullmatch(words)):
        return _with_suffix(_cut_at_suffix(words), suffix)
    return _with_suffix(_last_part(address) or words, suffix)


def type_of(name: str, media_type: str) -> str:
    """The media type by the name's ending; what servers say of files is often only "octet-stream"."""
    return TYPES.get(suffix_of(name)) or media_type.split(";")[0].strip().lower() or "application/octet-stream"


def _suffix_for(media_type: str) -> str:
    wanted = media_type.split(";")[0].strip().lower()
    return next((suffix for suffix, known in TYPES.items() if known == wanted), "")


def _with_suffix(name: str, suffix: str) -> str:
    # "/" and "\": a name is never a path, whatever a server says.
    name = re.split(r"[/\\]", name.strip())[-1].strip(" .") or "附件"
    if suffix and suffix_of(name) == "":
        return f"{name[: _LONGEST - 5]}.{suffix}"
    match = _SUFFIX.search(name)
    return name if len(name) <= _LONGEST else name[: _LONGEST - 5] + (match[0] if match else "")


def _cut_at_suffix(words: str) -> str:
    """"1.评分表.doc（共3页）" ends with its ending."""
    matches = [match for match in _TEXT_SUFFIX.finditer(words) if match[1].lower() in TYPES]
    return words[: matches[-1].end()] if matches else words


def _said(disposition: str) -> str:
    """The file name of a Content-Disposition header (RFC 6266, RFC 5987), as servers really write it."""
    if match := _EXTENDED.search(disposition):
        return _tidy(_decoded(unquote_to_bytes(match[2].strip().strip('"')), match[1]))
    if match := _PLAIN.search(disposition):
        return _tidy(_repaired(re.sub(r"\\(.)", r"\1", match[1]) if match[1] is not None else match[2]))
    return ""


def _repaired(value: str) -> str:
    """A name that was sent as raw bytes, which HTTP libraries read as Latin-1, or quoted in one of two other ways."""
    value = value.strip()
    if value.startswith("=?"):
        try:
            return str(email.header.make_header(email.header.decode_header(value)))
        except (ValueError, LookupError, UnicodeError):
            return value
    try:
        data = value.encode("latin-1")
    except UnicodeEncodeError:
        return value
    if b"%" in data:
        data = unquote_to_bytes(data)
    return _decoded(data)


def _decoded(data: bytes, charset: str = "") -> str:
    for codec in (charset or "utf-8", "utf-8", "gb18030"):
        try:
            return data.decode(codec)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("latin-1")


def _tidy(name: str) -> str:
    return one_line(clean(name)).strip()


def _last_part(address: str) -> str:
    try:
        parts = urlsplit(address)
        values = [value for _, value in parse_qsl(parts.query[:2000]) if suffix_of(value)]
    except ValueError:
        return ""
    last = values[0] if values and not suffix_of(parts.path) else parts.path
    return _tidy(_decoded(unquote_to_bytes(last.rstrip("/").replace("\\", "/").rsplit("/", 1)[-1])))
