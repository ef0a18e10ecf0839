"""About the program."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from reader.ui.dialogs.about import LICENCES, AboutDialog


def test_it_tells_version_library_and_licences(qtbot, themes, tmp_path):
    dialog = AboutDialog("1.2.3", tmp_path / "library.db")
    qtbot.addWidget(dialog)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("1.2.3" in text for text in texts)
    assert str(tmp_path / "library.db") in texts
    assert all(name in texts for name, _ in LICENCES)


def test_the_folder_of_the_library_can_be_opened(qtbot, themes, tmp_path):
    dialog = AboutDialog("1.2.3", tmp_path / "library.db")
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.folder_requested) as asked:
        qtbot.mouseClick(dialog.findChild(QPushButton, "aboutFolder"), Qt.MouseButton.LeftButton)
    assert asked.args == [tmp_path]


def test_no_library_of_the_program_is_named_twice():
    names = [name for row, _ in LICENCES for name in row.split(", ")]
    assert len(names) == len(set(names))
