"""The verb `verify`: its table, its JSON, its exit status."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Reader = Callable[..., Any]

TEXT = "近年来，青禾区探索建立“一网三联”治理模式。\n结合实际，建立了4项工作制度，划分网格448个，配备网格员1,206名。"


@pytest.fixture
def article(reader: Reader) -> str:
    told = reader("add", "-", "--title", "青禾区的做法", "--json", stdin=TEXT.encode())
    return str(told.json[0]["id"])


def test_all_exact_is_done(reader: Reader, article: str, tmp_path: Path) -> None:
    speech = tmp_path / "speech.txt"
    speech.write_text("他说，“建立了4项工作制度，划分网格448个”（第2段第1句），又说“一网三联”。", encoding="utf-8")
    told = reader("verify", speech, "--lang", "zh_CN")
    assert told.status == 0 and "一致  “建立了4项工作制度，划分网格448个”  《青禾区的做法》，第2段第1句" in told.text
    assert "共核对引文1处" in told.text and "短引语1处" in told.text


def test_a_difference_is_a_failure_and_both_wordings_are_shown(reader: Reader, article: str) -> None:
    told = reader("verify", "-", "--lang", "zh_CN", stdin="“建立了4项工作制度，划分网格484个”".encode())
    assert told.status == 1
    assert "文中：建立了4项工作制度，划分网格【484】个" in told.text
    assert "原文：建立了4项工作制度，划分网格【448】个" in told.text


def test_a_wrong_passage_is_a_failure(reader: Reader, article: str) -> None:
    told = reader("verify", "-", "--lang", "en", stdin="“建立了4项工作制度，划分网格448个”（第1段第1句）".encode())
    assert told.status == 1
    assert "the document says paragraph 1, sentence 1; it stands in paragraph 2, sentence 1" in told.text


def test_json_is_a_list_and_nothing_else(reader: Reader, article: str) -> None:
    stdin = "“建立了4项工作制度,划分网格448个”“谁也没有说过这一句话”".encode()
    told = reader("verify", "-", "--json", stdin=stdin)
    differs, missing = told.json
    assert told.status == 1 and "2" in told.err
    assert (differs["status"], differs["article"], differs["passage"]) == ("differs", article, "2-1")
    assert differs["differences"] == [{"start": 9, "end": 10, "found": "，", "kind": "punctuation"}]
    assert TEXT[differs["found_start"] : differs["found_end"]] == differs["found"]
    assert missing["status"] == "not_found" and missing["article"] is None and missing["found"] is None


def test_only_the_named_articles_count(reader: Reader, article: str) -> None:
    other = reader("add", "-", "--json", stdin="另一篇文章，讲的是别的事情，一句也不相同。".encode()).json[0]["id"]
    stdin = "“建立了4项工作制度，划分网格448个”".encode()
    assert reader("verify", "-", "--in", article[:8], stdin=stdin).status == 0
    assert reader("verify", "-", "--in", other, stdin=stdin).status == 1
    assert reader("verify", "-", "--in", "ffff", stdin=stdin).status == 1


def test_what_cannot_be_read_is_told(reader: Reader, tmp_path: Path) -> None:
    told = reader("verify", tmp_path / "missing.docx", "--json")
    assert told.status == 1 and told.json["error"] == "file_missing"


def test_a_document_without_quotations_is_done(reader: Reader, article: str) -> None:
    assert reader("verify", "-", stdin="没有一句引文。".encode()).status == 0
