"""The elements around and inside the body of a page, as a ladder a reader can go up (wider) and down (narrower)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from reader.capture.clutter import remove_silent, unwrap_textareas
from reader.capture.correction import lines_within, select
from reader.capture.lines import BLOCKS, HEADINGS, Line, ancestors, read_lines
from reader.capture.page import extract_page, parse_markup
from reader.model.errors import CaptureError
from reader.text.length import visible_characters

_NUMBER = "data-reader-number"
"""Attribute that finds the elements of one tree again in another."""
_PREVIEW = 120
"""Characters shown of what a step adds or leaves out."""
_SHARE = 0.3
"""A narrower step holds at least this part of the text of the one around it; less is a paragraph, not a body."""
_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_SERIAL = re.compile(r"\d{3}")
"""An id with a number in it names one page of a site, not all of them."""


@dataclass(frozen=True, slots=True)
class Step:
    """One possible body. `body` is its selector, "" for the program's own choice."""

    body: str
    name: str
    chars: int
    """Visible characters."""
    added: str = ""
    """Beginning of what it holds more than the present body."""
    removed: str = ""
    """Beginning of what it leaves out of the present body."""


def block_structure(markup: str, url: str | None, present: str = "") -> dict[str, Any]:
    """The ladder for a web page, narrowest step first: {"steps": […], "present": index, "auto": index}.

    `present` is the selector of the present body, "" for the program's choice; one that names nothing counts as "".
    """
    root, _ = parse_markup(markup)
    unwrap_textareas(root)
    remove_silent(root)
    auto, auto_lines = _choice(root, url)
    lines = read_lines(root)
    chosen = _chosen(root, present, lines)
    base = _common(chosen) if chosen else auto
    texts = {"": auto_lines}
    if chosen:
        texts[present] = _texts(lines_within(lines, chosen))
    rungs = list(_ladder(root, base))
    whole = _texts(read_lines(auto))
    here = next((body for body, held in rungs if held == whole), selector_of(auto, root))
    for body, held in rungs:
        if held and not any(Counter(held) == Counter(other) for other in texts.values()):
            texts[body] = held
    now = texts[present if chosen else ""]
    steps = sorted(
        (_step(body, _name(root, body or here), held, now) for body, held in texts.items()),
        key=lambda step: step.chars,
    )
    names = [step.body for step in steps]
    return {
        "steps": [asdict(step) for step in steps],
        "present": names.index(present if chosen else ""),
        "auto": names.index(""),
    }


def _choice(root: Any, url: str | None) -> tuple[Any, list[str]]:
    """The element the program takes as the body, in this tree, and the lines it keeps of it."""
    from lxml import etree

    elements = [each for each in root.iter() if isinstance(each.tag, str)]
    for number, element in enumerate(elements):
        element.set(_NUMBER, str(number))
    page = extract_page(etree.tostring(root, encoding="unicode", method="html"), url)
    found = int(page.body.get(_NUMBER, 0))
    for element in elements:
        del element.attrib[_NUMBER]
    return elements[found], _texts(read_lines(page.body))


def _chosen(root: Any, present: str, lines: Sequence[Line]) -> list[Any]:
    try:
        return select(root, present, lines) if present else []
    except CaptureError:
        return []


def _common(elements: Sequence[Any]) -> Any:
    holders = [set(ancestors(each)) for each in elements]
    return next(each for each in ancestors(elements[0]) if all(each in holder for holder in holders))


def _texts(lines: Sequence[Line]) -> list[str]:
    return [line.text for line in lines if line.text]


def _ladder(root: Any, base: Any) -> Iterator[tuple[str, list[str]]]:
    """(selector, lines) of the elements around and inside `base`; of several with one text, the best to name."""
    whole = root.find("body") if root.find("body") is not None else root
    outer = [each for each in ancestors(base) if each is whole or whole in ancestors(each)]
    rungs = [*reversed(outer), *_inwards(base)]
    best: dict[tuple[str, ...], str] = {}
    for element in rungs:
        held, body = tuple(_texts(read_lines(element))), selector_of(element, root)
        if held not in best or _clumsiness(body) < _clumsiness(best[held]):
            best[held] = body
    yield from ((body, list(held)) for held, body in best.items())


def _inwards(element: Any) -> Iterator[Any]:
    while True:
        weights = [(sum(len(line.text) for line in read_lines(child)), child) for child in element if _is_box(child)]
        weight, heaviest = max(weights, key=lambda pair: pair[0], default=(0, None))
        if heaviest is None or weight < _SHARE * sum(len(line.text) for line in read_lines(element)):
            return
        yield heaviest
        element = heaviest


def _is_box(element: Any) -> bool:
    return element.tag in BLOCKS and element.tag not in HEADINGS | {"p", "li", "pre", "dt", "dd", "hr"}


def _clumsiness(selector: str) -> tuple[int, bool, int]:
    # On other pages of the site there may be more around: the whole page is named only where nothing else fits.
    return selector.count(":nth"), selector == "body", len(selector)


def selector_of(element: Any, root: Any) -> str:
    """A selector that names this element alone: its id, a class no other has, else its place in its parent."""
    if element.tag in ("html", "body"):
        return str(element.tag)
    tag, name = element.tag, element.get("id") or ""
    by_id = f"#{name}" if _IDENTIFIER.fullmatch(name) and _is_alone(root, "id", name) else ""
    if by_id and not _SERIAL.search(name):
        return by_id
    for each in (element.get("class") or "").split() if _IDENTIFIER.fullmatch(tag) else ():
        if _IDENTIFIER.fullmatch(each) and not _SERIAL.search(each) and _is_alone(root, "class", each, tag):
            return f"{tag}.{each}"
    if by_id:
        return by_id
    parent = element.getparent()
    around = "" if parent is None else f"{selector_of(parent, root)} > "
    if not _IDENTIFIER.fullmatch(tag):  # names of some publishing systems hold a colon
        return f"{around}*:nth-child({sum(1 for _ in element.itersiblings(preceding=True)) + 1})"
    return f"{around}{tag}:nth-of-type({sum(1 for _ in element.itersiblings(tag, preceding=True)) + 1})"


def _is_alone(root: Any, attribute: str, value: str, tag: str | None = None) -> bool:
    bearers = (each for each in root.iter(tag or "*") if value in (each.get(attribute) or "").split())
    return sum(1 for _ in bearers) == 1


def _step(body: str, name: str, held: Sequence[str], now: Sequence[str]) -> Step:
    here, there = Counter(held), Counter(now)
    return Step(
        body,
        name,
        visible_characters("".join(held)),
        _beginning(here - there, held),
        _beginning(there - here, now),
    )


def _beginning(wanted: Counter[str], lines: Sequence[str]) -> str:
    text = "\n".join(line for line in lines if line in wanted)
    return text if len(text) <= _PREVIEW else text[: _PREVIEW - 1] + "…"


def _name(root: Any, body: str) -> str:
    """A step as a reader sees it: the last part of its selector without its place."""
    last = re.sub(r":nth-(?:of-type|child)\(\d+\)", "", body.rsplit(" > ", 1)[-1])
    if last.startswith("#"):
        bearer = next((each for each in root.iter() if each.get("id") == last[1:]), None)
        return last if bearer is None else f"{bearer.tag}{last}"
    return last
