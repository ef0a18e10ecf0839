"""An article as one web page with nothing outside it: its pictures stand in it as data: addresses."""

import base64
import re
from collections.abc import Callable
from html import escape

from reader.model.article import Article, Content, StoredImage

STYLE = """
:root { color-scheme: light }
body { max-width: 42em; margin: 0 auto; padding: 2em 1.2em 4em; background: #fff; color: #1c1c1c;
  font: 18px/1.8 "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif }
h1 { font-size: 1.5em; line-height: 1.5 }
.facts { color: #595959; font-size: .85em }
p { overflow-wrap: anywhere }
img { max-width: 100%; height: auto; display: block; margin: .8em auto }
.missing { color: #595959; font-style: normal; border: 1px dashed #9a9a9a; padding: .1em .5em }
table { border-collapse: collapse }
th, td { border: 1px solid #9a9a9a; padding: .25em .5em; vertical-align: top }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_IMAGE = re.compile(r"<img\b([^>]*)>")
_SOURCE = re.compile(r'\bsrc="lib:([0-9a-f]{64})"')
_ALT = re.compile(r'\balt="([^"]*)"')


def web_page(article: Article, content: Content, image: Callable[[str], StoredImage | None]) -> str:
    """The whole page; `image` gives a stored picture by its sha256. `content.html` is sanitised already."""
    about = article.metadata
    facts = " · ".join(escape(fact) for fact in (about.published, about.source, about.author) if fact)
    address = f'<a href="{escape(about.url)}" rel="noreferrer">{escape(about.url)}</a>' if about.url else ""
    lines = "".join(f'<p class="facts">{line}</p>\n' for line in (facts, address) if line)
    title = escape(about.title)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(about.language or "zh")}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n{lines}"
        f"{_IMAGE.sub(lambda match: _shown(match[1], image), content.html)}\n</body>\n</html>\n"
    )


def _shown(attributes: str, image: Callable[[str], StoredImage | None]) -> str:
    alt = match[1] if (match := _ALT.search(attributes)) else ""
    source = _SOURCE.search(attributes)
    stored = image(source[1]) if source else None
    if stored is None:
        return f'<span class="missing">{alt}</span>' if alt else ""
    data = base64.b64encode(stored.data).decode()
    return f'<img alt="{alt}" src="data:{stored.media_type};base64,{data}">'
