"""Every order of a list has its index, and SQLite uses it."""

import pytest

from reader.library import Library, schema
from reader.library.listing import _ORDERS
from reader.model.query import SortKey


@pytest.mark.parametrize("sort", SortKey)
@pytest.mark.parametrize("direction", ["ASC", "DESC"])
def test_lists_are_read_in_order_from_an_index(either_library: Library, sort: SortKey, direction: str) -> None:
    column = _ORDERS[sort][0]
    rows = either_library._engine.rows(
        "EXPLAIN QUERY PLAN SELECT id, seq FROM articles WHERE deleted IS NULL "
        f"ORDER BY {column} {direction}, seq {direction}"
    )
    # One step: no sorting. (The rows themselves are not read either, although SQLite does not call it covering.)
    assert [row["detail"] for row in rows] == [f"SCAN articles USING INDEX articles_{sort}"]


def test_a_library_names_its_program_and_schema(library: Library) -> None:
    row = library._engine.row("PRAGMA application_id")
    assert row is not None
    assert row[0].to_bytes(4) == b"YDRd"
    assert library._engine.rows("SELECT name FROM _sqlite_migrations")[0]["name"] == schema.STEPS[0][0]
