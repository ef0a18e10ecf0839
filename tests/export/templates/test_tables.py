"""The table of figures."""

import dataclasses

from reader.export.templates.marks import Marks
from reader.export.templates.material import Material, Options
from reader.export.templates.tables import figures_table, table
from reader.messages import Messages
from reader.model.annotation import Kind


def test_every_figure_of_a_mark_has_a_row(material: Material, say: Messages) -> None:
    (made,) = figures_table(Marks([material], Options(), say), say)
    assert [row[0] for row in made.rows] == ["1", "2"] and made.caption and made.description  # type: ignore[union-attr]
    assert any("416" in cell for cell in made.rows[1]) and sum(made.shares) == 100  # type: ignore[union-attr]


def test_a_mark_in_which_nothing_is_counted_stands_with_its_words(material: Material, say: Messages) -> None:
    bare = dataclasses.replace(material, figures={})
    (made,) = figures_table(Marks([bare], Options(), say), say)
    (row,) = made.rows  # type: ignore[union-attr]
    words = next(each.quote for each in material.annotations if each.kind is Kind.DATA)
    assert row[1:4] == (words, "", "")


def test_a_table_without_rows_is_none(say: Messages) -> None:
    assert table("figures", ("number",), (100,), (), say) == []
