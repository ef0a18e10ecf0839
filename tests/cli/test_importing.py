"""`import` of a library file: counts for scripts, lines for people, and the same library afterwards."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from reader.messages import LANGUAGES

Reader = Callable[..., Any]


def test_a_library_comes_in_and_answers_the_same(reader: Reader, saved: str, tmp_path: Path) -> None:
    reader("annotate", saved, "--quote", "一码通", "--note", "看一看")
    reader("edit", saved, "--tag", "网格", "--collection", "例会", "--star")
    reader("export-library", tmp_path / "whole.zip")
    other = ("--library", tmp_path / "other.db", "--json")
    counts = reader("import", tmp_path / "whole.zip", *other).json
    done = {name: count for name, count in counts.items() if count and name != "path"}
    assert done == {"articles": 1, "added": 1, "annotations": 1, "collections": 1}
    for asked in (("list",), ("annotations",), ("show", saved), ("search", "网格")):
        assert reader(*asked, *other).json == reader(*asked, "--json").json
    again = reader("import", tmp_path / "whole.zip", *other).json
    assert (again["added"], again["unchanged"], again["annotations"]) == (0, 1, 0)


def test_people_are_told_what_was_done_in_both_languages(reader: Reader, saved: str, tmp_path: Path) -> None:
    reader("export-library", tmp_path / "whole.zip")
    for language, lines in zip(LANGUAGES, (["Articles added: 1"], ["新增文章：1 篇"]), strict=True):
        told = reader("import", tmp_path / "whole.zip", "--library", tmp_path / f"{language}.db", "--lang", language)
        assert told.status == 0 and told.text.splitlines()[1:] == lines


def test_a_damaged_file_is_status_1_and_the_library_is_as_it_was(reader: Reader, saved: str, tmp_path: Path) -> None:
    file = tmp_path / "whole.zip"
    reader("export-library", file)
    file.write_bytes(file.read_bytes()[:-10])
    before = reader("list", "--json").json
    for language in LANGUAGES:
        told = reader("import", file, "--json", "--lang", language)
        assert told.status == 1 and told.json["error"] == "library_file_damaged" and str(file) in told.json["message"]
    assert reader("list", "--json").json == before
