"""The Markdown form of a body, by markdownify."""

import re
from html import unescape
from typing import Any

_LIMIT = 500_000
"""Characters of HTML; markdownify takes about four seconds for a million."""
_BLOCK_END = re.compile(r"</(?:p|div|h[1-6]|li|tr|blockquote|pre|figcaption|caption)>|<br ?/?>")
_TAG = re.compile(r"<[^<>]*>")
_SPECIAL = re.compile(r"([\\`*_\[\]<>#])")


def to_markdown(html: str, image_addresses: dict[str, str]) -> str:
    """CommonMark of sanitised HTML; `image_addresses` gives the address of each `lib:` name.

    The complexity limits bound the depth before: markdownify fails from about 1,000 levels on.
    """
    if len(html) > _LIMIT:
        return _plain(html)
    from markdownify import markdownify

    named = re.sub(
        r'src="(lib:[0-9A-Za-z-]+)"', lambda match: f'src="{_quoted(image_addresses.get(match[1], ""))}"', html
    )
    options: dict[str, Any] = {"heading_style": "ATX", "bullets": "-", "wrap": False, "strip": ["span"]}
    text: str = markdownify(named, **options)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _plain(html: str) -> str:
    """Paragraphs alone, for what would take markdownify longer than a reader waits."""
    lines = (unescape(_TAG.sub("", line)).strip() for line in _BLOCK_END.split(html))
    return "\n\n".join(_SPECIAL.sub(r"\\\1", line) for line in lines if line) + "\n"


def _quoted(address: str) -> str:
    return address.replace("&", "&amp;").replace('"', "%22").replace("<", "%3C").replace(">", "%3E")
