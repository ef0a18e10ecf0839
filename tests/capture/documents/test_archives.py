"""Zip archives from strangers."""

import copy
import io
import warnings
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.capture.documents import archives
from reader.capture.documents.archives import ENTRY_LIMIT, Archive
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


def test_a_member_without_a_name_is_passed_over():
    data = zipped(("a.txt", b"one"), ("b.txt", b"two")).replace(b"a.txt", b"\0.txt")
    assert list(Archive(data).names()) == ["b.txt"]


def test_names_never_become_paths_and_links_are_only_bytes(tmp_path, monkeypatch):
    """Climbing names, doubled ones and entries that are symbolic links: members are looked up by name, no more."""
    monkeypatch.chdir(tmp_path)
    out = io.BytesIO()
    link = zipfile.ZipInfo("word/link")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(out, "w") as made, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made.writestr("../../climbed.txt", b"x")
        made.writestr("C:\\climbed.txt", b"x")
        made.writestr(link, b"/etc/passwd")
        made.writestr("twice.txt", b"first")
        made.writestr("twice.txt", b"second")
    archive = Archive(out.getvalue())
    assert archive.read("word/link") == b"/etc/passwd"
    assert archive.read("twice.txt") == b"second"
    assert list(archive.names()).count("twice.txt") == 1
    assert [archive.read(name) is not None for name in archive.names()] == [True] * 4
    assert list(tmp_path.iterdir()) == []


def test_entries_that_overlap_are_counted_each_for_itself():
    """One megabyte of zeros that a thousand entries of the directory point to is a gigabyte."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("0", bytes(1_000_000))
        entry = made.infolist()[0]
        for number in range(1, 1000):
            twin = copy.copy(entry)
            twin.filename = str(number)
            made.filelist.append(twin)
            made.NameToInfo[twin.filename] = twin
    assert len(out.getvalue()) < 100_000
    assert code_of(out.getvalue()) == "archive_bomb"


def test_a_part_that_is_larger_than_it_says_is_missing():
    data = bytearray(zipped(("a.xml", b"x" * 1_000_000)))
    for at in (data.index(b"PK\x03\x04") + 22, data.index(b"PK\x01\x02") + 24):
        data[at : at + 4] = (10).to_bytes(4, "little")
    assert (Archive(bytes(data)).read("a.xml") or b"") in (b"", b"x" * 10)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_a_document_type_is_seen_in_any_encoding_and_behind_any_comment(encoding):
    plain = f'<?xml version="1.0" encoding="{encoding[:6]}"?><!-- {"x" * 9000} --><x>text &lt;!DOCTYPE</x>'
    typed = plain.replace("<x>", '<!DOCTYPE x [<!ENTITY a "a">]><x>')
    Archive(zipped(("a.xml", plain.encode(encoding)), ("b.bin", typed.encode()))).require_plain_xml((".xml",))
    marked = "\ufeff" + typed if encoding == "utf-16-le" else typed
    with pytest.raises(CaptureError) as caught:
        Archive(zipped(("a.XML", marked.encode(encoding)))).require_plain_xml((".xml",))
    assert caught.value.code == "archive_unsafe"


def test_a_part_larger_than_any_document_is_not_read(monkeypatch):
    monkeypatch.setattr(archives, "MEMBER_LIMIT", 100)
    with pytest.raises(CaptureError) as caught:
        Archive(zipped(("a.xml", b"<x>" + b" " * 200 + b"</x>"))).require_plain_xml((".xml",))
    assert caught.value.code == "archive_bomb"
