"""Saving a single file: where, and what is told afterwards."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from reader.model.errors import ExportError


def test_the_word_that_it_is_done_and_the_folder_next_time(window, qtbot, tmp_path: Path, monkeypatch):
    saving = window.information.attachments._saving
    proposed: list[Path] = []

    def choose(_parent, _title, name, *_more):
        proposed.append(Path(name))
        return str(tmp_path / "甲.doc"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    told: list[str] = []
    window.work.announcer.told.connect(lambda sentence, *_: told.append(sentence))
    saving.ask("Save", "乙.doc", lambda path: path.write_bytes(b"x"))
    qtbot.waitUntil(lambda: told == ["Saved as 甲.doc"])
    saving.ask("Save", "乙.doc", lambda path: None)
    assert proposed[1] == tmp_path / "乙.doc"
    qtbot.waitUntil(lambda: len(told) == 2)


def test_trouble_is_told(window, qtbot, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "甲.doc"), ""))
    met: list[Exception] = []
    window.work.announcer.error_met.disconnect()
    window.work.announcer.error_met.connect(met.append)

    def fail(path: Path) -> None:
        raise ExportError("export_disk_full", path=str(path))

    window.information.attachments._saving.ask("Save", "乙.doc", fail)
    qtbot.waitUntil(lambda: len(met) == 1)
    assert isinstance(met[0], ExportError)
