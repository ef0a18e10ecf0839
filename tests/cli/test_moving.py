"""`export-library`: what it answers, in both languages, and what it leaves alone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Reader = Callable[..., Any]


def test_it_answers_with_path_size_and_numbers(reader: Reader, saved: str, tmp_path: Path) -> None:
    reader("annotate", saved, "--note", "全文")
    file = tmp_path / "out" / "whole.zip"
    told = reader("export-library", file, "--json")
    assert told.status == 0
    assert told.json == {"path": str(file), "bytes": file.stat().st_size, "articles": 1, "annotations": 1}


@pytest.mark.parametrize(
    ("language", "sentence"), [("en", "Exported 1 articles"), ("zh_CN", "已将 1 篇文章、0 条批注导出到")]
)
def test_it_says_so_in_both_languages(
    reader: Reader, saved: str, tmp_path: Path, language: str, sentence: str
) -> None:
    told = reader("export-library", tmp_path / "whole.zip", "--lang", language)
    assert told.status == 0 and sentence in told.text


@pytest.mark.parametrize("verb", ["export-library", "import"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_help_tells_what_the_file_is_for(reader: Reader, verb: str, language: str) -> None:
    told = reader(verb, "--help", "--lang", language)
    assert told.status == 0 and f"reader {verb} ~/" in told.text
