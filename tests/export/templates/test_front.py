"""What is above and below every paper."""

import dataclasses

import pytest

from reader.export.templates.material import Material, Options
from reader.export.templates.registry import TEMPLATES
from reader.messages import Messages
from reader.model.summary import Summary


@pytest.fixture
def made(material: Material, say: Messages) -> object:
    def make(**chosen: object) -> Summary:
        return TEMPLATES["study"].make([material], Options(**chosen), say)  # type: ignore[arg-type]

    return make


def test_lines_of_a_title_are_those_a_person_typed_and_else_one_is_proposed(made: object, material: Material) -> None:
    assert made(title=" 上 \n\n下").title == ("上", "下")  # type: ignore[operator]
    assert material.article.title in "".join(made(title="  ").title)  # type: ignore[operator]


def test_a_date_is_printed_under_the_signature_only_where_there_is_one(made: object) -> None:
    signed = made(signature=" 县委党校 ", date="2026-11-02", attachments=("一号表", " ")).closing  # type: ignore[operator]
    assert (signed.signature, signed.date, signed.attachments) == ("县委党校", "2026年11月2日", ("一号表",))
    assert made(date="2026-11-02").closing.date == ""  # type: ignore[operator]


def test_date_and_people_stand_under_the_title(made: object) -> None:
    assert made().subtitle == ""  # type: ignore[operator]
    subtitle = made(date="2026-11-02", people="第二小组").subtitle  # type: ignore[operator]
    assert "2026年11月2日" in subtitle and "第二小组" in subtitle


def test_the_whole_text_comes_behind_but_not_behind_itself(digested: Material, say: Messages) -> None:
    options = Options(with_original=True)
    plain, full = (TEMPLATES[name].make([digested], options, say) for name in ("study", "fulltext"))
    first = digested.blocks[0].text

    def copies(paper: Summary) -> int:
        return sum(getattr(item, "text", "") == first for section in paper.sections for item in section.items)

    assert copies(plain) == copies(full) == 1
    assert not copies(TEMPLATES["study"].make([digested], dataclasses.replace(options, with_original=False), say))
