"""The Markdown form of a body, by markdownify."""

import re
from typing import Any


def to_markdown(html: str, image_addresses: dict[str, str]) -> str:
    """CommonMark of sanitised HTML; `image_addresses` gives the address of each `lib:` name.

    The complexity limits bound the depth before: markdownify fails from about 1,000 levels on.
    """
    from markdownify import markdownify

    named = re.sub(
        r'src="(lib:[0-9A-Za-z-]+)"', lambda match: f'src="{_quoted(image_addresses.get(match[1], ""))}"', html
    )
    options: dict[str, Any] = {"heading_style": "ATX", "bullets": "-", "wrap": False, "strip": ["span"]}
    text: str = markdownify(named, **options)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _quoted(address: str) -> str:
    return address.replace("&", "&amp;").replace('"', "%22").replace("<", "%3C").replace(">", "%3E")
