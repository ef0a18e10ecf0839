"""The library file as others see it: plain files with names that say what they are."""

import hashlib
import json
import re
import zipfile
from pathlib import Path

import pytest
from tests.whole_library import FIRST, SECOND, fill, picture

from reader.services.session import Session


@pytest.fixture
def archive(session: Session, tmp_path: Path) -> zipfile.ZipFile:
    fill(session.library)
    session.moving.export_library(tmp_path / "whole.zip")
    return zipfile.ZipFile(tmp_path / "whole.zip")


def test_the_manifest_names_every_other_member_with_size_and_checksum(archive: zipfile.ZipFile) -> None:
    with archive:
        manifest = json.loads(archive.read("manifest.json"))
        assert (manifest["format"], manifest["version"]) == ("yandu-reader-library", 1)
        assert manifest["counts"] == {"articles": 3, "annotations": 6}
        members = {name: archive.read(name) for name in archive.namelist() if name != "manifest.json"}
    found = {name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in members.items()}
    assert manifest["members"] == found


def test_texts_pages_and_pictures_are_plain_files_named_by_their_checksum(archive: zipfile.ZipFile) -> None:
    with archive:
        names = archive.namelist()
        assert len(names) == len(set(names))
        texts = {archive.read(name).decode() for name in names if name.startswith("texts/")}
        assert "\n".join(FIRST) in texts and any(text.startswith("\n".join(SECOND)) for text in texts)
        assert archive.read(f"images/{picture().sha256}.png") == picture().data
        for name in names:
            if found := re.search(r"/([0-9a-f]{64})(\.\w+)?$", name):
                assert hashlib.sha256(archive.read(name)).hexdigest() == found[1]


def test_an_article_reads_as_a_person_would_expect(archive: zipfile.ZipFile) -> None:
    with archive:
        ids = json.loads(archive.read("library.json"))["articles"]
        raw = archive.read(f"articles/{ids[0]}.json").decode()
    article = json.loads(raw)
    assert article["metadata"]["title"] == "青禾区：推进基层治理（更新）" and "青禾区" in raw and "\n  " in raw
    assert article["tags"] == ["网格", "党建", "Anna"] and article["starred"] is True
    assert [version["number"] for version in article["versions"]] == [1, 2]
    first = article["annotations"][0]
    text = "\n".join(SECOND)
    assert first["quote"] == text[first["start"] : first["end"]] and first["note"] == "第一条\n两行"
    assert [bool(each["deleted"]) for each in article["annotations"]] == [False, False, False, False, True]


def test_the_readme_says_what_is_what_in_both_languages(archive: zipfile.ZipFile) -> None:
    with archive:
        readme = archive.read("README.txt").decode()
        folders = {name.partition("/")[0] for name in archive.namelist()} - {"README.txt"}
    assert "资料库文件" in readme and "library file" in readme
    chinese, english = readme.split("\n\n研读 Reader library file")
    for each in folders:
        assert each in chinese and each in english, each
