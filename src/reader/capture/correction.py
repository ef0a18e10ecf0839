"""The body a reader names instead of the program's choice: CSS selectors, and what they name on a page.

A selector counts on the page as it is when scripts and controls are gone and nothing else: `structure.py` makes them
on the same tree.
"""

from collections.abc import Callable, Sequence
from typing import Any

from reader.capture.lines import Line, ancestors
from reader.model.errors import CaptureError

_LONGEST = 500
"""Characters of a selector."""


def select(root: Any, selector: str, lines: Sequence[Line]) -> list[Any]:
    """The elements that `selector` names, outermost ones alone, in document order; `lines` are those of the page.

    Raises CaptureError: body_selector (no CSS selector), body_not_found (it names nothing that holds text).
    """
    named = _matches(root, selector)
    holding = {each for line in lines if line.text for each in _around(line)}
    found = [each for each in root.iter() if each in named and each in holding]
    outer = [each for each in found if not any(around in named for around in ancestors(each.getparent()))]
    if not outer:
        raise CaptureError("body_not_found", body=selector)
    return outer


def _matches(root: Any, selector: str) -> set[Any]:
    from cssselect import HTMLTranslator, SelectorError
    from lxml import etree

    try:
        if len(selector) > _LONGEST:
            raise ValueError(selector)
        return {each for each in root.xpath(HTMLTranslator().css_to_xpath(selector)) if isinstance(each.tag, str)}
    # A comma with nothing around it is a RecursionError or an AssertionError to some versions, not a SelectorError.
    except (SelectorError, etree.XPathError, ValueError, AssertionError, RecursionError) as error:
        raise CaptureError("body_selector", body=selector[:200]) from error


def sparing(chosen: Sequence[Any], weigh: Callable[[Any], float]) -> Callable[[Any], float]:
    """`weigh` for `remove_clutter`, so that nothing in or around the chosen elements goes: all of it is wanted."""
    if not chosen:
        return weigh
    spared = {each for one in chosen for each in (*ancestors(one), *one.iter())}
    heaviest = max(1.0, *(weigh(each) for one in chosen for each in ancestors(one)))
    return lambda element: heaviest if element in spared else weigh(element)


def lines_within(lines: Sequence[Line], chosen: Sequence[Any]) -> list[Line]:
    """The lines that stand in the chosen elements."""
    inside = set(chosen)
    return [line for line in lines if not inside.isdisjoint(_around(line))]


def _around(line: Line) -> set[Any]:
    """The elements a line stands in, inline ones too: some pages hold their whole text in one `span`."""
    nodes = [element if name == "text" else element.getparent() for element, name in line.slots]
    nodes.append(line.element if line.image is None else line.image)
    return {around for node in nodes for around in ancestors(node)}
