"""The queue as it is stored."""

import pytest

from reader.library import Library
from reader.model.errors import CaptureError, LibraryError
from reader.model.waiting import AddOptions

LINK = "https://qinghe.example/1"
FIRST, LATER = "2026-03-01T08:00:00Z", "2026-03-01T09:00:00Z"


def lost(link: str = LINK) -> CaptureError:
    return CaptureError("fetch_host", url=link)


def test_a_link_is_kept_with_its_options_and_reason(either_library: Library) -> None:
    options = AddOptions(title="学习材料一", source_name="区委办", images=False)
    either_library.waiting.put(LINK, options, lost(), FIRST)
    (link,) = either_library.waiting.list()
    assert (link.source, link.options, link.added, link.tried, link.attempts) == (LINK, options, FIRST, FIRST, 1)
    assert (link.error.code, link.error.data) == ("fetch_host", {"url": LINK})


def test_the_same_link_waits_once_in_its_old_place_and_counts_anew(either_library: Library) -> None:
    queue = either_library.waiting
    first = queue.put(LINK, AddOptions(), lost(), FIRST)
    queue.put(LINK + "2", AddOptions(), lost(), FIRST)
    queue.tried(first.id, lost(), FIRST)
    queue.put(LINK, AddOptions(title="改名"), CaptureError("fetch_silent", url=LINK), LATER)
    one, two = queue.list()
    assert (one.id, one.attempts, one.added, one.tried) == (first.id, 1, FIRST, LATER)
    assert (one.options.title, one.error.code, two.source) == ("改名", "fetch_silent", LINK + "2")


def test_trying_in_vain_counts_and_does_not_bring_back_what_was_dropped(library: Library) -> None:
    queue = library.waiting
    link = queue.put(LINK, AddOptions(), lost(), FIRST)
    queue.tried(link.id, CaptureError("fetch_server", url=LINK, status=503), LATER)
    (again,) = queue.list()
    assert (again.attempts, again.tried, again.error.data["status"]) == (2, LATER, 503)
    assert queue.drop([link.id, 99]) == [link.id]
    queue.tried(link.id, lost(), LATER)
    assert queue.list() == []


def test_a_link_is_dropped_by_its_address(library: Library) -> None:
    library.waiting.put(LINK, AddOptions(), lost(), FIRST)
    library.waiting.drop_source("https://qinghe.example/other")
    assert len(library.waiting.list()) == 1
    library.waiting.drop_source(LINK)
    assert library.waiting.list() == []


def test_damage_is_told_as_damage(library: Library) -> None:
    library.waiting.put(LINK, AddOptions(), lost(), FIRST)
    with library._engine.transaction() as connection:
        connection.execute("UPDATE waiting SET error = '{'")
    with pytest.raises(LibraryError, match="library_corrupt"):
        library.waiting.list()
