"""Versions of two libraries in one row, by the time they were fetched, whatever the order they come in."""

from copy import deepcopy
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.library.test_merging import merge, taken_out
from tests.whole_library import capture, mark, picture

from reader.library import Library

DAYS = st.lists(st.integers(2, 28), max_size=4, unique=True).map(sorted)


def _texts(library: Library, id: str) -> list[str]:
    return [library.articles.content(id, each.number).text for each in library.articles.versions(id)]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ours=DAYS, theirs=DAYS, common=st.integers(0, 2))
def test_versions_stand_in_the_order_of_time_and_marks_stay_with_theirs(
    empty: bytes, tmp_path: Path, ours: list[int], theirs: list[int], common: int
) -> None:
    for name in ("a.db", "b.db"):
        (tmp_path / name).write_bytes(empty)
    with Library.open(tmp_path / "a.db") as here, Library.open(tmp_path / "b.db") as there:
        id = here.articles.add(capture("题", "第1日。", fetched="2026-03-01T08:00:00Z")).id
        merge(there, *taken_out(here))
        for library, days in ((here, sorted({*ours, *theirs[:common]})), (there, theirs)):
            for day in days:
                text = f"第{day}日。"
                library.articles.add_version(id, capture("题", text, fetched=f"2026-03-{day:02}T08:00:00Z"))
                number = library.articles.get(id).version
                library.annotations.add(mark(id, number, 0, len(text), text))
        merge(here, *taken_out(there))
        wanted = sorted({1, *ours, *theirs})
        assert _texts(here, id) == [f"第{day}日。" for day in wanted]
        assert [each.number for each in here.articles.versions(id)] == list(range(1, len(wanted) + 1))
        assert here.articles.get(id).version == len(wanted)
        texts = dict(enumerate(_texts(here, id), 1))
        for each in here.annotations.list(id):
            assert texts[each.version] == each.quote
        assert [problem.code for problem in here.health.check()] == []
    for name in ("a.db", "b.db"):
        for each in tmp_path.glob(f"{name}*"):
            each.unlink()


def test_pictures_that_were_missing_here_come_with_the_file(library: Library, tmp_path: Path) -> None:
    """As `fetch-images` left it in the other library: the same version with a picture more."""
    with Library.open(tmp_path / "other.db") as other:
        made = capture("题", "一段。", images=(picture(),), url="https://qinghe.example/1.html")
        id = other.articles.add(made).id
        whole = taken_out(other)
        bare = deepcopy(whole)
        for version in bare[1][0].versions:
            version.images.clear()
            version.blocks[1]["image"] = ""
        merge(library, *bare)
        assert library.articles.image(picture().sha256) is None
        done = merge(library, *whole)
        assert (done.merged, done.versions) == (1, 0)
        assert library.articles.content(id).blocks == other.articles.content(id).blocks
        assert library.articles.image(picture().sha256) is not None and library.health.check() == []
        assert merge(library, *whole).unchanged == 1
