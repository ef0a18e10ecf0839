"""Web links amid other text: in what is pasted, in lists, in bookmarks that a browser exported."""

import html
import re

# Up to white space, quotes, brackets and full-width punctuation: links are often pasted amid Chinese text.
_LINK = re.compile(r"https?://[^\s<>\"'“”‘’（）《》【】「」，。；、！？]+", re.IGNORECASE)
_HREF = re.compile(r"<a\b[^>]*?\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
"""Of a page or of bookmarks as browsers export them (the "Netscape" format)."""


def links_amid(text: str) -> list[str]:
    """The links of a text in order, each as often as it stands there, without the stop or bracket after it."""
    return [_trimmed(match) for match in _LINK.findall(text)]


def links_of_list(data: bytes) -> list[str]:
    """The links of a file in order, each once: text or CSV with links anywhere, or bookmarks as HTML."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030", "replace")
    hrefs = [html.unescape(double or single).strip() for double, single in _HREF.findall(text)]
    if hrefs:
        return list(dict.fromkeys(href for href in hrefs if _LINK.match(href)))
    # In a table a comma ends a link; elsewhere it may be part of one.
    lines = text.split("\n")
    is_table = len(lines) > 1 and all("," in line for line in lines if line.strip())
    return list(dict.fromkeys(links_amid(text.replace(",", " ") if is_table else text)))


def _trimmed(link: str) -> str:
    """Without the full stop or bracket of the sentence around it."""
    link = link.rstrip(".,;:!?")
    return link[:-1].rstrip(".,;:!?") if link.endswith(")") and "(" not in link else link
