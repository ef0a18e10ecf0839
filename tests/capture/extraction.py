"""What extraction makes of a page, for tests; and pages of a fictional town."""

from typing import Any

from reader.capture.lines import Line, read_lines
from reader.capture.page import parse_markup
from reader.capture.parsing import Source, parse
from reader.model.blocks import blocks_from_json, canonical_text

FIRST = "近年来，云岭市把网格作为基层治理的最小单元，选派网格员126名，走访群众3800余户。"
SECOND = "下一步，该市将继续完善工作机制，把问题解决在群众家门口，让群众的获得感更加充实。"
HEADING = "<h1>云岭市：小网格托起大民生</h1><p>2025-03-18 09:20 来源：云岭日报</p>"


def extract(data: bytes, url: str) -> dict[str, Any]:
    """The article of a page as plain data: its metadata, encoding, body and images; `url` may be empty."""
    found = parse(data, Source(media_type="text/html", url=url or None))
    return {
        "title": found.title,
        "published": found.published,
        "source": found.source,
        "author": found.author,
        "original_url": found.original_url,
        "language": found.language,
        "encoding": found.encoding,
        "body": canonical_text(blocks_from_json(found.blocks)),
        "images": found.images,
    }


def page(body: str, *, title: str = "云岭市：小网格托起大民生", head: str = "", top: str = "") -> str:
    """A page around a body."""
    return (
        f"<html><head><title>{title}</title>{head}</head><body><div class=nav><a href=/>首页</a></div>{top}"
        f"{body}<div class=foot>版权所有：云岭网 滇ICP备00000001号</div></body></html>"
    )


def read(markup: str, url: str = "") -> dict[str, Any]:
    """What is found on a page."""
    return extract(markup.encode(), url)


def body_lines(markup: str) -> list[str]:
    """The lines of the article of a page."""
    return [line for line in read(markup)["body"].split("\n") if line]


def shown(markup: str) -> list[Line]:
    """The lines a page shows, before anything is left out."""
    return read_lines(parse_markup(markup)[0])
