"""A web page to its article: the one interface behind which extraction can be replaced."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from reader.capture import metadata, titles
from reader.capture.addresses import site_of
from reader.capture.attachments import attachments_beside
from reader.capture.clutter import remove_clutter, remove_silent, unwrap_textareas
from reader.capture.complexity import tame
from reader.capture.containers import find_body, weigh_elements
from reader.capture.correction import lines_within, select, sparing
from reader.capture.foreign import agreeing_lines
from reader.capture.lazy import settle_images
from reader.capture.lines import Line, ancestors, read_lines
from reader.capture.position import leading_lines, speaking_weights
from reader.capture.trimming import byline_end, repeats, trim

_TAIL_LINES = 12
_NEAR = 20
"""Lines from the title on that may name the source, clutter counted."""
CHINESE_RULES = frozenset({"zh", "ja"})
"""Languages for which the line rules suffice."""


@dataclass
class Page:
    """What extraction found. `body` is an lxml element (not yet sanitised) with the article and nothing else."""

    body: Any
    title: str = ""
    published: str | None = None
    source: str | None = None
    author: str | None = None
    original_url: str | None = None
    language: str | None = None
    base: str | None = None
    """Absolute address that relative ones count from."""
    truncated: bool = False
    asks_password: bool = False
    """The page has a field for a password."""
    embedded: dict[str, bytes] = field(default_factory=dict)
    """Pictures that came with the document, by the address it names them with."""
    url: str | None = None
    """Its own address, where a saved page says it."""
    attached: list[list[str]] = field(default_factory=list)
    """[absolute address, text] of the files that the page lists as attachments, in its body or beside it."""
    is_web: bool = False
    """It is a web page, whose links to files lead to its attachments; a document's lead to other documents."""


def extract_page(markup: str, url: str | None, selector: str = "") -> Page:
    """The article of a web page; `url` (absolute, or None) is what relative addresses count from.

    `selector` names the body instead of the program's choice; nothing in it is trimmed. Raises CaptureError
    (body_selector, body_not_found).
    """
    root, truncated = parse_markup(markup)
    metas, objects = metadata.read_metas(root), metadata.linked_data(root)
    named, base = titles.page_title(root), _base(root, url)
    asks_password = bool(root.xpath("//input[@type='password']"))
    unwrap_textareas(root)
    inline = settle_images(root)
    remove_silent(root)
    body_element = root.find("body") if root.find("body") is not None else root
    everything = read_lines(body_element)
    first = weigh_elements(everything, speaking_weights(everything, named))
    chosen = select(root, selector, everything) if selector else []
    remove_clutter(body_element, sparing(chosen, lambda element: first.get(element, 0)))
    lines = read_lines(body_element)
    body = find_body(body_element, lines, speaking_weights(lines, named))
    before, inside, after = _around(lines, body)
    title = titles.find_title(named, metas, [*before, *_top(inside)], site_of(url))
    kept = trim(inside, title)
    if not any(line.text for line in kept):
        kept = [line for line in inside if line.links < 0.5]
    if lead := leading_lines(before, title):
        body, kept = _common(body, lead), [*lead, *kept]
        before, inside, after = _around(lines, body)
    if chosen:
        kept = lines_within(lines, chosen)
        body = _common(chosen[0], kept)
        before, inside, after = _around(lines, body)
    page = Page(body, title, base=base, truncated=truncated, asks_password=asks_password, embedded=inline, is_web=True)
    page.attached = attachments_beside(body_element, base)
    page.language = language_of("".join(line.text for line in kept), _declared_language(root))
    if page.language not in CHINESE_RULES and not chosen:
        kept = agreeing_lines(kept, markup)
    _fill_metadata(page, metas, objects, before, inside, after, kept, named, url)
    page.published = page.published or metadata.labelled_date(everything)
    page.published = page.published or metadata.signed_date(kept)
    page.source = page.source or metadata.labelled_source(_from_title(everything, title)[:_NEAR])
    _drop_others(inside, kept)
    return page


def parse_markup(markup: str) -> tuple[Any, bool]:
    """The tree of a page, and whether some of it is missing.

    libxml2 stops at 2,048 levels and drops all that follows; such a page is read again without its nesting elements.
    """
    markup = tame(markup)
    root, is_cut = _tree(markup)
    if is_cut:
        flat, is_cut = _tree(_BREAKS.sub("<br>", _NESTING.sub("<br>", markup)))
        root = flat
    return root, is_cut


_NESTING = re.compile(r"</?(?!(?:html|head|title|body|meta|br|img|h1|p|script|style|a)\b)[a-z][^<>]*>", re.IGNORECASE)


_BREAKS = re.compile(r"(?:<br>\s*){2,}")


def _tree(markup: str) -> tuple[Any, bool]:
    from lxml import etree
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(markup.encode("utf-8", "ignore") or b"<p></p>", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        root = lxml_html.document_fromstring("<html><body></body></html>")
    return root, any(entry.type_name == "ERR_RESOURCE_LIMIT" or "depth" in entry.message for entry in parser.error_log)


def _base(root: Any, url: str | None) -> str | None:
    declared = next((each.get("href") for each in root.iter("base") if each.get("href")), None)
    try:
        return urljoin(url or "", declared) if declared else url
    except ValueError:
        return url


def _around(lines: Sequence[Line], body: Any) -> tuple[list[Line], list[Line], list[Line]]:
    """The lines above, in and below the body."""
    inside = [index for index, line in enumerate(lines) if any(each is body for each in ancestors(line.element))]
    if not inside:
        return list(lines), [], []
    return list(lines[: inside[0]]), [lines[i] for i in inside], list(lines[inside[-1] + 1 :])


def _common(body: Any, lines: Sequence[Line]) -> Any:
    """The innermost element that holds the body and these lines."""
    holders = [set(ancestors(line.element)) for line in lines]
    return next(each for each in ancestors(body) if all(each in holder for holder in holders))


def _top(inside: Sequence[Line]) -> list[Line]:
    """The first lines in the body, among which the title may stand."""
    top: list[Line] = []
    for line in inside[:12]:
        if line.weight > 60:
            break
        top.append(line)
    return list(inside[: max(len(top), byline_end(inside))])


def _fill_metadata(
    page: Page,
    metas: dict[str, str],
    objects: list[dict[str, Any]],
    before: Sequence[Line],
    inside: Sequence[Line],
    after: Sequence[Line],
    kept: Sequence[Line],
    named: str,
    url: str | None,
) -> None:
    texts = [line.text for line in kept if line.text]
    kept_lines = {id(line) for line in kept}
    first = next((i for i, line in enumerate(inside) if id(line) in kept_lines and line.text), len(inside))
    last = next((i for i in range(len(inside) - 1, -1, -1) if id(inside[i]) in kept_lines and inside[i].text), -1)
    above = _from_title([*before, *inside[:first]], page.title)
    head = metadata.head_text(above, ())
    below = [line for line in [*inside[last + 1 :], *after] if line.text and line.links < 0.9][:_TAIL_LINES]
    tail = "\n".join(line.text for line in below)
    names = list(metadata.site_names(metas, named))
    whole_head = metadata.head_text([*before, *inside[:first]], ())
    page.published = metadata.find_published(metas, objects, head, tail, url)
    page.source = metadata.find_source(metas, head, tail, whole_head)
    page.author = metadata.find_author(
        metas, objects, head, texts, tail, [*names, page.source or "", site_of(url) or ""], page.language == "zh"
    )
    page.original_url = metadata.find_original([line.text for line in [*inside, *after]])


def _from_title(above: Sequence[Line], title: str) -> list[Line]:
    """What stands between the title and the body, with the few lines above it."""
    for index in range(len(above) - 1, -1, -1):
        if above[index].text and repeats(above[index].text, title):
            return list(above[max(0, index - 3) :])
    return list(above)


def _drop_others(inside: Sequence[Line], kept: Sequence[Line]) -> None:
    wanted = {id(line) for line in kept}
    for line in inside:
        if id(line) not in wanted:
            line.drop()


def language_of(text: str, declared: str = "") -> str | None:
    """BCP 47 tag from the text itself: Han is Chinese unless kana stand in it; else what is declared."""
    text = text[:5000]
    han = sum("一" <= character <= "鿿" for character in text)
    kana = sum("぀" <= character <= "ヿ" for character in text)
    if text and han > 0.2 * len(text):
        return "ja" if kana > 0.1 * han else "zh"
    if declared[:2].isalpha() and len(declared) > 1:
        return declared.split("-")[0].lower()
    return "en" if text and text.isascii() else None


def _declared_language(root: Any) -> str:
    return (root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
