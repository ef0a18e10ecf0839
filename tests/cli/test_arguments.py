"""What the command line understands, and how it helps."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader import __version__
from reader.cli.options import VERBS

Reader = Callable[..., Any]


@pytest.mark.parametrize("place", ["before", "after"])
def test_options_for_all_verbs_stand_anywhere(place: str, reader: Reader, tmp_path: Path) -> None:
    library = tmp_path / "other.db"
    options = ["--library", library, "--lang", "zh_CN", "--json"]
    told = reader(*options, "list") if place == "before" else reader("list", *options)
    assert told.json == [] and library.exists() and not (tmp_path / "library").exists()
    told = reader(*options, "show", "ff") if place == "before" else reader("show", "ff", *options)
    assert told.status == 1 and "没有" in told.err + told.json["message"]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_helps_with_an_example(verb: str, language: str, reader: Reader) -> None:
    told = reader("--lang", language, verb, "--help")
    assert told.status == 0 and f"reader {verb}" in told.text
    assert "cli." not in told.text, "a sentence is missing"
    assert re.search(r"examples?:\n" if language == "en" else r"示例：\n", told.text)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_program_helps(language: str, reader: Reader) -> None:
    told = reader("--help", "--lang", language)
    assert told.status == 0 and all(verb in told.text for verb in VERBS) and "cli." not in told.text
    assert reader("--version").text.strip() == f"reader {__version__}"
