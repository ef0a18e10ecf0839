"""Chains: A——B——C, bodies or steps in their order."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reader.digest.report import Report
from reader.model.digest import Chain

_ARROW = re.compile(r"[—─]{1,3}|-{1,3}>?|={1,2}>|[→➔➜➡⟶]")
_LONGEST = 24
"""Characters of a node; what goes on longer between two dashes is a clause."""
_LEAST = 3
"""Nodes; two names with a dash between them may be anything: a route, a match, a title and its subtitle."""
_MOST = 12
"""Nodes; longer ones are no chain that a reader can hold in mind, but a list."""
_NODE = re.compile(r"(?:“[^“”\n]{1,16}”|《[^《》\n]{1,16}》|\([^()\n]{1,16}\)|[^\s,。;:!?、…“”‘’()《》<>—─\-=→➔➜➡⟶])+")
_WORD = re.compile(r"[一-鿿]")
_SAYS = re.compile("[是说让都也这那我他她你]")
"""Names of bodies and steps have none of these; a sentence that dashes break up has."""
_LEFT = re.compile(
    r".*(?:形成了?|建立起?了?|构建起?了?|健全|搭建起?了?|织密|织牢|完善|打造|推行|实行|实施|按照|依托|采取|采用|通过|落实|实现|[成作分称]为|"
    r"为(?![民老农])|由|从|以(?!上)|把|将|的|了|和|与|及)(?=.{2})"
)
"""Without quotation marks a chain begins after what is done with it."""
_RIGHT = re.compile(
    r"(?:[二三四五六七八九\d]+(?:级|层|位一体)|的|等|全链条|全过程|一体化?|联动|贯通|闭环|组织体系|组织架构|工作体系|工作机制|"
    r"治理体系|责任体系|网格架构|架构|体系|机制|模式|链条|流程|工作法)"
)
"""… and ends before what it is called."""


def chains(report: Report) -> list[Chain]:
    """In text order; arrows may be dashes, hyphens or ->, and every node has a Chinese character, which no range of
    figures has."""
    found = []
    for run in _runs(report.content):
        nodes = _nodes(report.content, run)
        if _LEAST <= len(nodes) <= _MOST and not any(_SAYS.search(report.content, *node) for node in nodes):
            start, end = nodes[0][0], nodes[-1][1]
            names = tuple(report.text[left:right] for left, right in nodes)
            found.append(Chain(text=report.text[start:end], start=start, end=end, nodes=names))
    return found


def _runs(content: str) -> Iterator[list[tuple[int, int]]]:
    """Arrows with nothing but a node between each and the next."""
    run: list[tuple[int, int]] = []
    for match in _ARROW.finditer(content):
        if run and not _is_node(content, run[-1][1], match.start()):
            if len(run) > 1:
                yield run
            run = []
        run.append(match.span())
    if len(run) > 1:
        yield run


def _is_node(content: str, start: int, end: int) -> bool:
    start, end = _trimmed(content, start, end)
    is_whole = 0 < end - start <= _LONGEST and _NODE.fullmatch(content, start, end) is not None
    return is_whole and _WORD.search(content, start, end) is not None


def _trimmed(content: str, start: int, end: int) -> tuple[int, int]:
    words = content[start : min(end, start + 2 * _LONGEST)]
    left = start + len(words) - len(words.lstrip(" "))
    return left, (left + len(words.strip(" ")) if end - start == len(words) else end)


def _nodes(content: str, run: list[tuple[int, int]]) -> list[tuple[int, int]]:
    inner = [_trimmed(content, left[1], right[0]) for left, right in pairwise(run)]
    first, last = _first(content, run[0][0]), _last(content, run[-1][1])
    whole = [first, *inner, last]
    return [node for node in whole if node is not None and _WORD.search(content, *node)]


def _first(content: str, end: int) -> tuple[int, int] | None:
    """The node before the first arrow."""
    window = content[max(0, end - 2 * _LONGEST) : end].rstrip(" ")
    end = max(0, end - 2 * _LONGEST) + len(window)
    pieces = list(_NODE.finditer(window))
    if not pieces or pieces[-1].end() != len(window):
        return None
    name = pieces[-1][0]
    is_quoted = window[: pieces[-1].start()].endswith(("“", "‘"))
    if not is_quoted and (verb := _LEFT.match(name)):
        name = name[verb.end() :]
    return (end - len(name), end) if len(name) <= _LONGEST else None


def _last(content: str, start: int) -> tuple[int, int] | None:
    """The node behind the last arrow."""
    window = content[start : start + 2 * _LONGEST]
    start += len(window) - len(window.lstrip(" "))
    match = _NODE.match(window.lstrip(" "))
    if not match:
        return None
    name = match[0]
    is_quoted = content[start + len(name) : start + len(name) + 1] in ("”", "’")
    if not is_quoted and (noun := _RIGHT.search(name, 2)):
        name = name[: noun.start()]
    return (start, start + len(name)) if len(name) <= _LONGEST else None
