"""Whatever the marks and the choices: no paper fails, none has an empty section, none loses a note."""

import dataclasses
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.export.conftest import MARKS
from tests.export.templates.conftest import Read

from reader.export.templates.headings import chinese_number
from reader.export.templates.material import ORDERS, Material, Options
from reader.export.templates.registry import TEMPLATES
from reader.messages import LANGUAGES, Messages
from reader.model.annotation import Annotation, Kind

_NOTES = st.sampled_from(["", "一条意见。", "先看,再学(不急)。\n第二行 12%", "A note."])
_TAGS = st.lists(st.sampled_from(["队伍", "组织体系", "未加标签"]), max_size=2, unique=True)


@st.composite
def _marks(draw: st.DrawFn) -> tuple[Annotation, ...]:
    made = []
    for at, mark in enumerate(draw(st.lists(st.sampled_from(MARKS), max_size=12))):
        note = draw(_NOTES)
        made.append(
            dataclasses.replace(
                mark,
                id=str(at),
                kind=draw(st.sampled_from(Kind)),
                note=note and f"{at}号{note}",
                tags=tuple(draw(_TAGS)),
                creator=draw(st.sampled_from(["周岚", "吴桐", ""])),
            )
        )
    return tuple(made)


COUNTING = [name for name in TEMPLATES if name != "fulltext"]
"""批注版全文 has the headings of the articles and the notes of `Summary.marks`: tests of its own."""


@pytest.mark.parametrize("name", COUNTING)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_papers_are_whole_whatever_is_chosen(name: str, data: st.DataObject, digested: Material) -> None:
    language = data.draw(st.sampled_from(LANGUAGES))
    template, say = TEMPLATES[name], Messages(language)
    known = data.draw(st.lists(st.booleans(), min_size=1, max_size=3))
    materials = [
        dataclasses.replace(digested, annotations=data.draw(_marks()))
        if has_digest
        else dataclasses.replace(digested, annotations=data.draw(_marks()), blocks=(), digest=None)
        for has_digest in known
    ]
    options = Options(
        language=language,
        order=data.draw(st.sampled_from(ORDERS)),
        kinds=data.draw(st.none() | st.lists(st.sampled_from(Kind), min_size=1).map(tuple)),
        with_quotes=data.draw(st.booleans()),
        with_sources=data.draw(st.booleans()),
        with_creator=data.draw(st.booleans()),
        remark=data.draw(_NOTES),
        abstract=data.draw(_NOTES),
    )
    read = Read(template.make(materials, options, say))
    _check_headings(read, language)
    printed = "\n".join(read.lines())
    for mark in read.paper.marks:
        if mark.kind in template.kinds and (options.kinds is None or mark.kind in options.kinds):
            for line in mark.note.split("\n"):
                assert line in printed, f"{name} lost a note of kind {mark.kind}"


_COUNTED = re.compile(r"([一二三四五六七八九十]+)、|（([一二三四五六七八九十]+)）|(\d+)\. |\((\d+)\) ")


def _check_headings(read: Read, language: str) -> None:
    first = second = 0
    sections = read.paper.sections
    for at, section in enumerate(sections):
        below = sections[at + 1] if at + 1 < len(sections) else None
        assert section.items or (section.level == 1 and below and below.level == 2), "an empty section"
        counted = _COUNTED.match(section.heading)
        if not counted:
            assert section.level == 1 and first == 0, "only what stands above the counted parts has no number"
        elif section.level == 1:
            first, second = first + 1, 0
            assert (counted[1] or counted[3]) == (chinese_number(first) if language == "zh_CN" else str(first))
        else:
            second += 1
            assert (counted[2] or counted[4]) == (chinese_number(second) if language == "zh_CN" else str(second))


def test_every_template_has_a_name_and_a_heading_for_each_block() -> None:
    for language in LANGUAGES:
        say = Messages(language)
        for template in TEMPLATES.values():
            for key in ("name", *template.blocks):
                assert say.has(f"paper.{template.name}.{key}"), f"{language}: paper.{template.name}.{key}"
