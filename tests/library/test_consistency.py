"""What one field of a library file says of another; the refusals of whole files are in tests/services."""

import pytest
from tests.library.test_dumping import Kept
from tests.whole_library import fill

from reader.library import Library, consistency, shapes


def test_what_was_read_out_is_consistent_and_a_moved_place_is_not(library: Library) -> None:
    (id, *_) = fill(library)
    with library.whole.reading() as dump:
        made = dump.article(id, Kept())
    assert consistency.article(made).id == id
    made["annotations"][0]["version"] = 1
    assert consistency.article(made)  # a place in the other version that is there
    for change in ({"end": 10_000}, {"start": 9, "end": 3}, {"version": 3}):
        broken = made | {"annotations": [made["annotations"][0] | change]}
        with pytest.raises(ValueError):
            consistency.article(broken)


def test_a_waiting_link_is_an_address_of_the_web() -> None:
    def link(source: str, **data: object) -> shapes.Shelves:
        row = {
            "id": 1, "source": source, "options": {}, "added": "2026-01-01T00:00:00Z", "tried": "2026-01-01T00:00:00Z",
            "attempts": 1, "error": {"code": "no_network", "data": data},
        }  # fmt: skip
        return shapes.checked({"articles": [], "collections": [], "site_rules": [], "waiting": [row]}, shapes.Shelves)

    consistency.check_shelves(link("https://qinghe.example/", url="x"))
    with pytest.raises(ValueError):
        consistency.check_shelves(link("file:///etc/passwd"))
    with pytest.raises(TypeError):
        consistency.check_shelves(link("https://qinghe.example/", code="x"))
