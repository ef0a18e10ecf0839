"""From dataclasses to rows and back."""

from hypothesis import given
from hypothesis import strategies as st

from reader.library.storing import cleaned, new_id, sort_key
from reader.model.article import Metadata


def test_ids_are_128_bits_and_differ() -> None:
    ids = {new_id() for _ in range(100)}
    assert len(ids) == 100 and all(len(key) == 32 and int(key, 16) >= 0 for key in ids)


def test_titles_are_sorted_as_people_look_them_up() -> None:
    assert sort_key("ａ网格") == sort_key("A网格")


@given(st.builds(Metadata, title=st.text(max_size=20), source=st.none() | st.text(max_size=20)))
def test_what_is_stored_can_be_written_in_utf8(metadata: Metadata) -> None:
    kept = cleaned(metadata)
    for value in (kept.title, kept.source or ""):
        assert value.encode().decode() == value
