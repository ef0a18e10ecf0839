"""Preferences survive being written and read, and spoil nothing when their file is spoiled."""

import json
import math
from pathlib import Path

import pytest

from reader import paths, settings
from reader.settings import Settings


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    wanted = Settings(language="zh_CN", theme="dark", reader_name="张明", text_size=22, passages=True, hints=["marks"])
    wanted.window["geometry"] = "AdnQywAD"
    settings.save(wanted, file)
    assert settings.load(file) == wanted


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "none.json") == Settings()


@pytest.mark.parametrize(
    "spoiled", [b"", b"{", b"[1]", b"null", b"\xff\xfe\x00", b"[" * 50_000, b'{"theme": 7, "window": [], "hints": {}}']
)
def test_a_spoiled_file_gives_defaults(spoiled: bytes, tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(spoiled)
    assert settings.load(file) == Settings()


def test_one_wrong_value_spoils_no_other(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    values = {"text_size": True, "line_height": 2, "reader_name": "李华", "passages": 1, "of_a_newer_version": "x"}
    file.write_text(json.dumps(values), encoding="utf-8")
    loaded = settings.load(file)
    assert loaded.reader_name == "李华"
    assert loaded.text_size == Settings().text_size and loaded.passages is False
    assert math.isclose(loaded.line_height, 2.0)


def test_defaults_are_not_shared() -> None:
    Settings().window["geometry"] = "x"
    assert Settings().window == {}


def test_the_users_own_file_is_the_default(home: Path) -> None:
    settings.save(Settings(reader_name="王芳"))
    assert home in paths.settings_file().parents
    assert settings.load().reader_name == "王芳"
