"""A library in which every table that a person or the web fills has something, and what is asked of it afterwards."""

import hashlib
import io
import json
from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

from PIL import Image

from reader.library import Library
from reader.model.annotation import Annotation, Kind, Selectors, TextPositionSelector, TextQuoteSelector
from reader.model.article import CapturedArticle, Fetch, Metadata, Position, Recipe, StoredFile, StoredImage
from reader.model.blocks import Block, BlockKind, Run, RunStyle
from reader.model.corrections import Change, Correction
from reader.model.digest import Layer
from reader.model.errors import CaptureError
from reader.model.waiting import AddOptions

FIRST = (
    "青禾区推动治理力量下沉网格，方便群众办事。",
    "全区划分516个网格，配备专职网格员1032名。",
    "𠮷里社区平均办理时间缩短到2.3天。",
)
SECOND = (*FIRST[:2], "平均办理时间缩短到2.1天，群众满意度达到97%。")


def picture(colour: str = "red") -> StoredImage:
    """A picture that decodes."""
    made = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(made, "PNG")
    data = made.getvalue()
    return StoredImage(
        hashlib.sha256(data).hexdigest(), "image/png", 40, 30, data, f"https://qinghe.example/{colour}.png"
    )


def attachment(data: bytes = b"%PDF-1.7 made up") -> StoredFile:
    """An attachment with a name that is no path."""
    href = "https://qinghe.example/附件/1.pdf"
    return StoredFile(hashlib.sha256(data).hexdigest(), "application/pdf", "../附件1：责任清单.pdf", data, href)


def capture(title: str, *paragraphs: str, fetched: str = "2026-03-02T08:00:00Z", **more: Any) -> CapturedArticle:
    """An article of paragraphs; keywords of the metadata besides those of a captured article."""
    own = {name: more.pop(name) for name in ("images", "files", "pages", "recipe") if name in more}
    image = own.get("images", ())
    blocks = [Block(BlockKind.PARAGRAPH, each) for each in paragraphs]
    blocks += [Block(BlockKind.IMAGE, image=each.sha256, alt="一网三联") for each in image]
    html = "".join(f"<p>{escape(each)}</p>" for each in paragraphs) + "".join(
        f'<img src="lib:{each.sha256}" alt="一网三联">' for each in image
    )
    raw = f"<html>{title}{html}{fetched}</html>".encode("gb18030")
    return CapturedArticle(
        Metadata(title=title, **more), tuple(blocks), html, "", "gb18030",
        Fetch(raw, "text/html", fetched, (("Server", "云岭"), ("X-Two", "a"), ("X-Two", "b")), more.get("url")),
        image_sources=tuple(each.src for each in image), **own,
    )  # fmt: skip


def mark(article: str, version: int, start: int, end: int, text: str, **more: Any) -> Annotation:
    """A mark with its context."""
    made = Annotation("", article, version, Kind.KEY, text[start:end], start, end, text[:start][-32:], text[end:][:32])
    return replace(made, creator="小林", created="2026-03-03T01:02:03Z", passage="1-1", **more)


def fill(library: Library) -> list[str]:
    """Put something into every table; the ids of the articles."""
    ids = [_report(library), _with_everything(library), _in_trash(library)]
    library.articles.link(ids[1], ids[2])
    library.collections.add("空专题")
    meeting = library.collections.list()[-1]
    library.collections.edit(meeting.id, date="2026-04-01", participants="小林、老周")
    library.site_rules.remember("qinghe.example", "div.article > p")
    for number in (1, 2):
        error = CaptureError("no_network", url=f"https://qinghe.example/{number}", reason="云")
        library.waiting.put(f"https://qinghe.example/{number}", AddOptions(title="题"), error, "2026-03-05T08:00:00Z")
    library.waiting.drop([1])
    return ids


def _report(library: Library) -> str:
    link = Run(0, 3, RunStyle.LINK, "https://qinghe.example/more")
    first = capture(
        "青禾区：推进基层治理", *FIRST, url="https://qinghe.example/1.html", source="云岭日报", published="2026-03-01"
    )
    first = replace(first, blocks=(replace(first.blocks[0], runs=(link,)), *first.blocks[1:]))
    id = library.articles.add(first, edited=["author"]).id
    second = capture(
        "青禾区：推进基层治理（更新）", *SECOND, fetched="2026-03-09T08:00:00Z", url="https://qinghe.example/1.html"
    )
    library.articles.add_version(id, second)
    text = second.text
    added = library.annotations
    added.add(mark(id, 2, 0, 3, text, note="第一条\n两行", tags=("治理", "网格"), modified="2026-03-04T00:00:00Z"))
    added.add(replace(mark(id, 2, 22, 30, text), kind=Kind.ACTION, owner="老周", due="2026-04-01", tags=("网格",)))
    added.add(Annotation("", id, 2, Kind.QUESTION, note="全文的问题", creator="小林"))
    added.add(replace(mark(id, 2, 0, 3, text), quote="不再有的话", start=None, end=None, passage=None, orphan=True))
    gone = added.add(mark(id, 2, 4, 8, text, note="删去的"))
    added.delete([gone.id])
    library.articles.tag([id], ["网格", "党建", "Anna"])
    library.articles.collect([id], "三月例会")
    library.articles.collect([id], "A 专题")
    library.articles.edit(id, author="新华", starred=True)
    library.articles.save_position(Position(id, 2, 12, 0.4))
    where = Selectors(TextQuoteSelector(text[22:26], text[:22], text[26:40]), TextPositionSelector(22, 26))
    library.corrections.add(
        Correction("", id, 2, Layer.FIGURES, Change.SET, where, data={"object": "网格", "value": 516})
    )
    return id


def _with_everything(library: Library) -> str:
    page = Fetch("<p>第二页</p>".encode(), "text/html", "2026-03-02T08:00:02Z", (), "https://lianhu.example/2_1.html")
    made = capture(
        "莲湖县“四到家”", *SECOND, url="https://lianhu.example/2.html", images=(picture(), picture("blue")),
        files=(attachment(),), pages=(page,), recipe=Recipe("gb18030", "div.body"),
    )  # fmt: skip
    return library.articles.add(replace(made, truncated=True), sample=True).id


def _in_trash(library: Library) -> str:
    id = library.articles.add(capture("没有地址的文件", "只有一段。", images=(picture(),))).id
    library.annotations.add(mark(id, 1, 0, 2, "只有一段。"))
    library.articles.delete([id])
    return id


def answers(reader: Callable[..., Any], library: Path) -> dict[str, Any]:
    """What the command line tells of a library, by the verb that was asked."""
    asked: dict[str, tuple[str, ...]] = {name: (name,) for name in ("list", "trash", "annotations", "rules", "waiting")}
    for row in json.loads(reader("list", "--library", library, "--json").out):
        asked[f"show {row['id']}"] = ("show", row["id"])
        asked[f"corrections {row['id']}"] = ("corrections", row["id"])
        asked[f"annotations {row['id']}"] = ("annotations", row["id"])
        asked[f"attachments {row['id']}"] = ("attachments", row["id"])
    return {name: reader(*words, "--library", library, "--json").json for name, words in asked.items()}


Rows = dict[str, list[tuple[Any, ...]]]

TABLES = {
    "articles": "SELECT id, title, published, source, author, original_url, url, site, language, edited, added, "
    "status, starred, progress, duplicate_of, is_sample, deleted, version, chars, annotations, kinds, "
    "title_key, source_key, dated FROM articles ORDER BY seq",
    "versions": "SELECT a.id, number, fetched, v.url, sha256, raw_sha256, body_sha256, v.chars, encoding, truncated, "
    "metadata, image_sources, base, recipe, v.seq = a.latest FROM versions v JOIN articles a ON a.seq = v.article "
    "ORDER BY a.seq, number",
    "texts": "SELECT v.sha256, plain, text FROM texts JOIN versions v ON v.seq = version ORDER BY 1",
    "bodies": "SELECT v.sha256, blocks, html FROM bodies JOIN versions v ON v.seq = version ORDER BY 1",
    "fetches": "SELECT v.sha256, media_type, headers, raw FROM fetches JOIN versions v ON v.seq = version ORDER BY 1",
    "pages": "SELECT v.sha256, place, p.base, p.fetched, media_type, headers, raw FROM pages p "
    "JOIN versions v ON v.seq = version ORDER BY 1, 2",
    "images": "SELECT sha256, media_type, width, height, data FROM images ORDER BY 1",
    "version_images": "SELECT v.sha256, i.sha256, place, src FROM version_images l JOIN images i ON i.seq = image "
    "JOIN versions v ON v.seq = version ORDER BY 1, 3",
    "files": "SELECT sha256, media_type, data FROM files ORDER BY 1",
    "version_files": "SELECT v.sha256, f.sha256, place, href, name FROM version_files l JOIN files f ON f.seq = file "
    "JOIN versions v ON v.seq = version ORDER BY 1, 3",
    "annotations": 'SELECT m.id, a.id, m.version, kind, quote, start, "end", prefix, suffix, note, owner, due, '
    "creator, created, modified, orphan, passage, m.deleted FROM annotations m JOIN articles a ON a.seq = article "
    "ORDER BY a.seq, m.seq",
    "tags": "SELECT name FROM tags ORDER BY 1",
    "article_tags": "SELECT a.id, name FROM article_tags l JOIN articles a ON a.seq = article "
    "JOIN tags t ON t.seq = tag ORDER BY a.seq, l.rowid",
    "annotation_tags": "SELECT m.id, name FROM annotation_tags l JOIN annotations m ON m.seq = annotation "
    "JOIN tags t ON t.seq = tag ORDER BY m.id, l.rowid",
    "collections": "SELECT id, name, date, participants FROM collections ORDER BY id",
    "collected": "SELECT a.id, name FROM collected l JOIN articles a ON a.seq = article "
    "JOIN collections c ON c.id = collection ORDER BY a.seq, l.rowid",
    "positions": 'SELECT a.id, p.version, "offset", p.progress FROM positions p JOIN articles a ON a.seq = article '
    "ORDER BY a.seq",
    "corrections": 'SELECT c.id, a.id, c.version, layer, change, field, quote, prefix, suffix, start, "end", data, '
    "created FROM corrections c JOIN articles a ON a.seq = article ORDER BY c.seq",
    "site_rules": "SELECT site, body, made FROM site_rules ORDER BY 1",
    "waiting": "SELECT seq, source, options, added, tried, attempts, error FROM waiting ORDER BY 1",
}
"""Table that is carried → all that must be the same afterwards: every column but row ids."""

DERIVED = {
    "head_index", "text_index", "mark_index", "sketches", "sketch_keys", "digested", "terms", "term_uses", "subjects",
    "figures",
}  # fmt: skip
"""The tables that are made anew from the others."""


def rows(library: Library) -> Rows:
    """All that is carried, by table."""
    return {table: [tuple(row) for row in library._engine.rows(sql)] for table, sql in TABLES.items()}
