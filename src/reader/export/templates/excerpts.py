"""What the digests of articles found, in the words of the articles and with their places."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from reader.export.templates.material import Material, Say
from reader.export.templates.places import passage_in_words
from reader.model.blocks import canonical_text
from reader.model.digest import Field, KeyPassage, OutlineNode, Term
from reader.model.digest import Item as Found
from reader.model.summary import Form, Item, Paragraph, TextRun
from reader.text.folding import one_line
from reader.text.passages import Passages

_COUNTED_IN_WORDS = re.compile(
    "(?:[一二三四五六七八九十]+[是要则]|[第其][一二三四五六七八九十]+|首先|其次|再次|最后)[、，：:]?"
)
"""How authors count within a paragraph: 一是, 其二."""

_Found = TypeVar("_Found", bound=Found)


class Excerpts:
    """Of some articles; those without a digest or without a text have none."""

    def __init__(self, materials: Sequence[Material], say: Say) -> None:
        self._materials, self._say = materials, say
        self._passages = [Passages(canonical_text(material.blocks)) for material in materials]

    def outline(self) -> list[tuple[str, list[Item]]]:
        """The top divisions of every article, under their own headings: their steps where the author names them,
        else the first sentence worth marking, else the first sentence."""
        groups = []
        for number, material in enumerate(self._materials, 1):
            nodes = _body(material.digest.outline) if material.digest and material.blocks else []
            top = min((node.level for node in nodes), default=0)
            divisions = [at for at, node in enumerate(nodes) if node.level == top]
            for at, end in pairwise([*divisions, len(nodes)]):
                stop = nodes[end].start if end < len(nodes) else None
                heading = self._in_article(number, "") + one_line(nodes[at].title)
                groups.append((heading, self._division(number, nodes[at:end], stop)))
        return groups

    def _division(self, number: int, nodes: Sequence[OutlineNode], stop: int | None) -> list[Item]:
        head, *below = nodes
        steps = [node for node in below if node.level == below[0].level]
        if steps:
            return [self._step(number, node, count) for count, node in enumerate(steps, 1)]
        said = [each for each in self.key(number) if each.start >= head.start and (stop is None or each.start < stop)]
        return [self.paragraph(number, said[0])] if said else self._sentence_after(number, head, stop)

    def _step(self, number: int, node: OutlineNode, count: int) -> Paragraph:
        """With the author's 一是; a number that headings have would not fit below those of the paper."""
        step = self.paragraph(number, node, Form.ENTRY)
        if not node.marker or _COUNTED_IN_WORDS.fullmatch(node.marker):
            return step
        text = step.text.removeprefix(node.marker).lstrip("　 、.．")
        return replace(step, runs=(TextRun(self._say("paper.heading.3", number=count, title=text)),))

    def _sentence_after(self, number: int, head: OutlineNode, stop: int | None) -> list[Item]:
        text = canonical_text(self._materials[number - 1].blocks)
        for each in self._passages[number - 1].sentences:
            if each.start >= head.end and (stop is None or each.start < stop):
                found = Found(text=text[each.start : each.end].strip(), start=each.start, end=each.end)
                return [self.paragraph(number, found)]
        return []

    def key(self, number: int) -> list[KeyPassage]:
        """The sentences of article `number` worth marking, in text order."""
        material = self._materials[number - 1]
        return list(_body(material.digest.key)) if material.digest and material.blocks else []

    def terms(self, limit: int) -> list[tuple[int, Term]]:
        """Of each article the `limit` terms that stand in most places, in text order, with the article's number."""
        found = []
        for number, material in enumerate(self._materials, 1):
            terms = _body(material.digest.terms) if material.digest and material.blocks else []
            often = sorted(terms, key=lambda term: (-len(term.places), term.start))[:limit]
            found += [(number, term) for term in sorted(often, key=lambda term: term.start)]
        return found

    def paragraph(self, number: int, found: Found, form: Form = Form.REMARK) -> Paragraph:
        """The words as they stand in article `number`, with their place."""
        place = self._say("paper.place", place=self.where(number, found.start, found.end))
        return Paragraph((TextRun(one_line(found.text) + place),), form)

    def where(self, number: int, start: int, end: int) -> str:
        """第3段第5句 of article `number`, which is named where there are several."""
        passage = passage_in_words(self._passages[number - 1].number(start, end), self._say)
        return self._in_article(number, passage)

    def _in_article(self, number: int, place: str) -> str:
        several = len(self._materials) > 1
        return self._say("paper.place_in", number=number, place=place) if several else place


def _body(found: Sequence[_Found]) -> list[_Found]:
    """Without what stands in the headline, which has no passage."""
    return [each for each in found if each.field is Field.BODY]
