"""The same pages in other clothes: what a rule owes to the names and elements of one site is lost on the next."""

import re
from collections.abc import Callable
from typing import Any

from reader.capture.charset import decode
from reader.capture.complexity import tame


def _tree(markup: str) -> Any:
    from lxml import html

    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    return html.document_fromstring(tame(markup).encode("utf-8", "ignore"), parser=parser)


def _markup(root: Any) -> str:
    from lxml import etree

    return etree.tostring(root, encoding="unicode", method="html")


def without_names(markup: str) -> str:
    """No class, no id."""
    root = _tree(markup)
    for element in root.iter("*"):
        for name in ("class", "id"):
            element.attrib.pop(name, None)
    return _markup(root)


def without_title(markup: str) -> str:
    """The title element says nothing, as on pages made by scripts."""
    return re.sub(r"(?is)<title>.*?</title>", "<title></title>", markup)


def without_metas(markup: str) -> str:
    """Nothing declared: no meta elements, no JSON-LD."""
    return re.sub(r"(?is)<script.*?</script>", "", re.sub(r"(?is)<meta (?![^>]*charset)[^>]*>", "", markup))


def without_headings(markup: str) -> str:
    """Headings are plain boxes."""
    return _retagged(markup, ("h1", "h2", "h3"))


def without_paragraphs(markup: str) -> str:
    """Paragraphs are plain boxes."""
    return _retagged(markup, ("p",))


def _retagged(markup: str, tags: tuple[str, ...]) -> str:
    root = _tree(markup)
    for element in list(root.iter(*tags)):
        element.tag = "div"
    return _markup(root)


def with_breaks(markup: str) -> str:
    """Paragraphs separated by br in one box."""
    from lxml import etree

    root = _tree(markup)
    for element in list(root.iter("p")):
        parent = element.getparent()
        if parent is not None:
            after = etree.Element("br")
            after.tail, element.tail = element.tail, None
            parent.insert(parent.index(element) + 1, after)
            element.drop_tag()
    return _markup(root)


def bare(markup: str) -> str:
    """No names, nothing declared, no headings."""
    return without_headings(without_names(without_metas(markup)))


DISGUISES: dict[str, Callable[[str], str]] = {
    each.__name__: each
    for each in (
        without_names,
        without_title,
        without_metas,
        without_headings,
        without_paragraphs,
        with_breaks,
        bare,
    )
}


def disguised(data: bytes, name: str) -> bytes:
    """A page in UTF-8, changed so."""
    return DISGUISES[name](decode(data).text).encode("utf-8", "ignore")
