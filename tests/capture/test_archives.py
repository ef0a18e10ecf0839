"""Zip archives from strangers."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.capture.archives import ENTRY_LIMIT, Archive
from reader.model.errors import CaptureError


def zipped(*members: tuple[str, bytes]) -> bytes:
    """An archive with these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def code_of(data: bytes) -> str:
    with pytest.raises(CaptureError) as caught:
        Archive(data)
    return caught.value.code


def test_members_are_read_by_name():
    archive = Archive(zipped(("a/b.txt", b"x"), ("c.txt", b"y")))
    assert list(archive.names()) == ["a/b.txt", "c.txt"]
    assert archive.read("a/b.txt") == b"x"
    assert archive.read("../etc/passwd") is None


def test_bombs_are_not_opened():
    assert code_of(zipped(("bomb", bytes(40_000_000)))) == "archive_bomb"
    assert code_of(zipped(*((f"{number}", b"") for number in range(ENTRY_LIMIT + 1)))) == "archive_bomb"


def test_a_password_is_told():
    data = bytearray(zipped(("a.txt", b"x" * 50)))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert code_of(bytes(data)) == "archive_encrypted"


def test_a_member_whose_bytes_are_damaged_is_missing():
    data = bytearray(zipped(("a.txt", bytes(range(256)) * 9)))
    data[60:90] = b"\xff" * 30
    assert Archive(bytes(data)).read("a.txt") is None


@given(st.integers(0, 3000), st.binary(min_size=1, max_size=6))
def test_whatever_is_changed_ends_in_bytes_or_an_error(place, junk):
    data = bytearray(zipped(("a.txt", b"words " * 99), ("word/document.xml", b"<x/>" * 99)))
    place %= len(data)
    data[place : place + len(junk)] = junk
    try:
        archive = Archive(bytes(data))
    except CaptureError:
        return
    assert all(isinstance(archive.read(name), bytes | None) for name in archive.names())
