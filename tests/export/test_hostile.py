"""Hostile text through every writer: nothing of it lives, nothing of it is lost."""

import dataclasses
import http.server
import io
import re
import shutil
import subprocess
import threading
import zipfile
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import nh3
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from reader.export import html, markdown
from reader.export.clean import printable
from reader.export.document import render
from reader.export.templates.material import Material, Options
from reader.export.templates.study import study
from reader.messages import Messages
from reader.model.annotation import Annotation, Kind
from reader.model.article import Article
from reader.model.summary import (
    Closing,
    Form,
    Imprint,
    Masthead,
    Paragraph,
    Picture,
    Section,
    Summary,
    Table,
    TextRun,
)
from reader.text.folding import squeeze

from .conftest import METADATA, PNG, Document, copied
from .hostile import BEACON, PAGES, PAYLOADS

pytestmark = pytest.mark.usefixtures("qapp")

Printed = Callable[[Summary], list[str]]
LIVE = {
    "script", "img", "iframe", "object", "embed", "link", "base", "form", "input", "button", "video", "audio", "svg",
    "math", "details", "noscript", "template", "textarea", "a", "code", "em", "del", "pre", "hr",
}  # fmt: skip


def marks(payloads: tuple[str, ...]) -> tuple[Annotation, ...]:
    kinds = tuple(Kind)
    return tuple(
        Annotation(
            id=f"{number:032x}",
            article="a" * 32,
            version=1,
            kind=kinds[number % len(kinds)],
            quote=text if number % 7 else "",
            note=f"批注 {text}",
            tags=(text,),
            owner=text,
            due=text,
            creator=text,
            passage="1-1",
        )
        for number, text in enumerate(payloads)
    )


def attacked(payloads: tuple[str, ...] = PAYLOADS) -> Summary:
    """A paper in whose every part stands something that wants to be more than text."""
    about = dataclasses.replace(METADATA, title=payloads[0], source=payloads[1], original_url=payloads[7])
    article = Article("a" * 32, about, "2026-11-22T08:00:00Z", tags=payloads)
    options = Options(title=payloads[18], people=payloads[2], date=payloads[3], with_creator=True, author=payloads[4])
    summary = study([Material(article, "2026-11-22", marks(payloads))], options, Messages("zh_CN"))
    forms = tuple(
        Paragraph((TextRun(text), TextRun(text, strong=True)), form) for text in payloads for form in [*Form][:2]
    )
    table = Table(payloads[8], payloads[:3], tuple(payloads[at : at + 3] for at in range(0, 30, 3)), (1, 1, 1))
    picture = Picture(PNG, "image/png", 1, 1, payloads[2], payloads[20])
    return dataclasses.replace(
        summary,
        masthead=Masthead(*payloads[:5]),
        recipient=payloads[5],
        closing=Closing(payloads[6:9], payloads[9], payloads[10]),
        imprint=Imprint(payloads[11:13], payloads[13]),
        sections=(*summary.sections, Section(payloads[14], 1, (*forms, table, picture), starts_page=True)),
    )


@pytest.fixture(scope="module")
def paper() -> Summary:
    return attacked()


def missing(text: str, summary: Summary, printed: Printed) -> list[str]:
    """Lines of the paper that are not in the text of a document."""
    shown = squeeze(text)
    lines = {line for each in printed(summary) for line in printable(each).split("\n")}
    return [line for line in sorted(lines) if squeeze(line) not in shown]


def tags(page: str) -> set[str]:
    return {name.lower() for name in re.findall(r"<([A-Za-z][\w-]*)", page)}


def as_page(document: str) -> str:
    """Markdown as a reader with raw HTML, tables and strikethrough switched on shows it."""
    body = document.split("---\n", 2)[2] if document.startswith("---\n") else document
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(body)


def text_of(page: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", page))


# --- every writer ---


def test_html_holds_text_alone(paper: Summary, printed: Printed) -> None:
    page = html.render(paper)
    body = page[page.index("</style>") :]
    assert tags(body) <= {
        "main", "body", "html", "head", "div", "p", "span", "h1", "h2", "h3", "br", "ol", "li", "strong", "sup", "a",
        "blockquote", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "img",
    }  # fmt: skip
    elements = re.findall(r"<[A-Za-z][^>]*>", body)
    names = {name for each in elements for name in re.findall(r' ([\w-]+)="', each)}
    assert names <= {"class", "cite", "href", "rel", "id", "scope", "src", "alt", "width", "height"}
    addresses = re.findall(r' (?:href|src|cite)="([^"]*)"', body)
    assert all(re.match(r"#reference-\d+$|data:image/png;base64,|https?://", each) for each in addresses)
    assert not missing(text_of(body), paper, printed)


@pytest.mark.parametrize("profile", markdown.PROFILES)
def test_markdown_holds_text_alone(paper: Summary, printed: Printed, profile: str) -> None:
    document = markdown.render_file(paper, "", profile).decode()
    page = as_page(document)
    assert not tags(page.replace("<hr", "")) & LIVE
    # Below the masthead and above the imprint.
    assert page.count("<hr") == 2 * (profile == "obsidian")
    assert not missing(text_of(page), paper, printed)
    assert squeeze(text_of(nh3.clean(page))) == squeeze(text_of(re.sub(r"<!--.*?-->", "", page)))
    ids = [line for line in document.split("\n") if re.match(r"\^|\s*id::", line)]
    assert all(re.fullmatch(r"\^[0-9a-f]{32}|\s+id:: [0-9a-f-]{36}", line) for line in ids)
    # An action without quoted words is a row of a table, and nothing else.
    assert len(ids) == sum(bool(each.quote) or each.kind is not Kind.ACTION for each in marks(PAYLOADS))


def test_properties_stay_properties(paper: Summary) -> None:
    front = yaml.safe_load(markdown.render(paper).split("---\n")[1])
    assert set(front) == {"title", "aliases", "tags", "date", "people", "sources", "type", "reader-paper"}
    assert all(isinstance(value, str) for value in (front["title"], front["people"], *front["tags"]))
    properties = markdown.render(paper, profile="logseq").split("\n\n")[0].split("\n")
    assert {line.split("::")[0] for line in properties} <= {
        "title", "tags", "date", "people", "url", "type", "reader-paper",
    }  # fmt: skip


def test_word_holds_text_alone(paper: Summary, printed: Printed) -> None:
    document = Document(render(paper, "docx").data)
    text = "".join(
        document.text(name.removeprefix("word/").removesuffix(".xml"))
        for name in document.parts
        if re.fullmatch(r"word/(document|footnotes|header\d*|footer\d*)\.xml", name)
    )
    assert not missing(text, paper, printed)
    relations = b"".join(data for name, data in document.parts.items() if name.endswith(".rels"))
    targets = re.findall(rb'Target="([^"]*)"[^>]*TargetMode="External"', relations)
    assert all(re.match(rb"(https?://|mailto:)", target) for target in targets)
    fields = "".join(node.text or "" for node in document.xml("document").iter("{*}instrText"))
    assert "INCLUDETEXT" not in fields and "DDE" not in fields


def test_pdf_holds_text_alone(paper: Summary, printed: Printed, chinese_font: None) -> None:
    data = render(paper, "pdf").data
    assert not missing(copied(data), paper, printed)
    assert not re.search(rb"/(JavaScript|JS|Launch|OpenAction|EmbeddedFile|URI)\b", data)


def test_a_workbook_holds_text_alone(paper: Summary) -> None:
    data = render(paper, "xlsx").data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not [name for name, part in parts.items() if b"<f>" in part or b"<hyperlink" in part]
    assert not re.search(rb'TargetMode="External"', b"".join(parts.values()))
    strings = etree.fromstring(parts["xl/sharedStrings.xml"])
    held = {"".join(each.itertext()) for each in strings.iter("{*}si")}
    escaped = {re.sub("(_x[0-9a-fA-F]{4}_)", r"_x005F\1", printable(each)) for each in PAYLOADS}
    assert not {each for each in escaped if f"批注 {each}" not in held}


# --- any text ---

MARKUP = st.lists(
    st.sampled_from([
        "<", ">", "</", "/>", "<!--", "-->", "<b", "<p>", "<script>", "&", "&lt;", "&#60;", "<?", "]]>", "a", "中", " ",
        "\n", "\t", "\\", "`", "*", "_", "[", "]", "(", ")", "!", "#", "|", "-", "---", "+", "1.", "=", "~", ":", "::",
        "http://e.example", "^", "$", "%", "{", "}", '"', "'",
    ]),
    min_size=1,
).map("".join)  # fmt: skip


@pytest.mark.parametrize("profile", markdown.PROFILES)
@given(quote=MARKUP, note=MARKUP, cell=MARKUP)
@example(quote="a\n\nb", note="- \n---", cell="|\\|")
def test_markdown_shown_and_sanitised_is_the_same_text(profile: str, quote: str, note: str, cell: str) -> None:
    mark = dataclasses.replace(marks(("",))[0], quote=f"始{quote}终", note=f"始{note}终", tags=(), creator="")
    paper = study([Material(Article("a" * 32, METADATA, ""), "", (mark,))], Options(), Messages("zh_CN"))
    table = Section("表", 1, (Table("题", ("甲", "乙"), ((f"始{cell}终", "x"),), (1, 1)),))
    page = as_page(markdown.render(dataclasses.replace(paper, sections=(*paper.sections, table)), profile=profile))
    assert not tags(page) & LIVE
    # Logseq has the id of a block under its first line.
    shown = squeeze(re.sub(r"\bid:: [0-9a-f-]{36}", "", text_of(nh3.clean(page))))
    for text in (quote, note):
        assert squeeze(f"始{text}终") in shown
    # In a cell a line break is a slash.
    assert squeeze(f"始{cell}终").replace("/", "") in shown.replace("/", "")


@pytest.mark.parametrize("format", ["docx", "html", "md", "xlsx"])
def test_a_note_of_a_million_characters_is_written_whole(format: str) -> None:
    note = "".join(f"第{number}句。" + "\n" * (number % 50 == 0) for number in range(150_000))
    mark = dataclasses.replace(marks(("短引文",))[0], note=note)
    paper = study([Material(Article("a" * 32, METADATA, ""), "", (mark,))], Options(), Messages("zh_CN"))
    data = render(paper, format).data
    if format in ("docx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            name = "word/document.xml" if format == "docx" else "xl/sharedStrings.xml"
            parts = etree.fromstring(archive.read(name), etree.XMLParser(huge_tree=True)).itertext()
        # A workbook has it in cells one below the other; the other cells of the row stand between the first two.
        text = "".join(part for part in parts if format == "docx" or len(part) > 30)
    else:
        text = text_of(data.decode()).replace("\\\n", "\n").replace("> ", "")
    assert squeeze(note) in squeeze(text)


# --- a browser ---


@pytest.fixture
def beacon() -> Iterator[tuple[str, list[str]]]:
    """An address on this machine, and what was asked of it."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_POST = do_GET  # noqa: N815  the name that http.server calls

        def log_message(self, *_: Any) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()
        thread.join()


def opened(page: Path, profile: Path) -> str:
    """The page after Chromium has run what it would run in three seconds."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if not browser:
        pytest.skip("Chromium is not installed")
    command = [
        browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
        f"--user-data-dir={profile}", "--virtual-time-budget=3000", "--dump-dom", page.as_uri(),
    ]  # fmt: skip
    return subprocess.run(command, capture_output=True, timeout=120, check=True).stdout.decode()


def title_of(dom: str) -> str:
    return unescape(re.findall(r"<title>(.*?)</title>", dom, re.DOTALL)[0])


def test_a_browser_opens_the_page_and_asks_for_nothing(beacon: tuple[str, list[str]], tmp_path: Path) -> None:
    address, asked = beacon
    payloads = tuple(each.replace(BEACON, address) for each in PAYLOADS)
    assert sum(address in each for each in payloads) > 20
    paper, page = attacked(payloads), tmp_path / "材料.html"
    page.write_text(html.render(paper), encoding="utf-8")
    dom = opened(page, tmp_path / "profile")
    assert title_of(dom) == printable(paper.plain_title)
    assert not asked, "the page fetched something"
    # The same page without its care: the browser would have done all of it.
    body = "".join(each.replace(BEACON, address) for each in (*PAGES[:3], PAGES[7]))
    page.write_text(f"<!DOCTYPE html><title>x</title>{body}", encoding="utf-8")
    assert title_of(opened(page, tmp_path / "profile")) == "owned" and asked, "the trap does not work"


def test_the_policy_alone_would_stop_a_script(beacon: tuple[str, list[str]], tmp_path: Path) -> None:
    address, asked = beacon
    page = tmp_path / "材料.html"
    body = "".join(each.replace(BEACON, address) for each in PAGES[:10])
    made = html.render(Summary(("题",)))
    page.write_text(made.replace("<main>", f"<main>{body}"), encoding="utf-8")
    assert title_of(opened(page, tmp_path / "profile")) == "题"
    assert not asked
