"""The language of the widgets."""

import re

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QLabel

from reader.ui.translation import Translation


def test_languages_come_and_go(qapp):
    translation = Translation(qapp)
    translation.use("zh_CN")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    translation.use("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_the_file_dialog_of_qt_speaks_chinese(qapp, qtbot):
    translation = Translation(qapp)
    translation.use("zh_CN")
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    captions = [label.text() for label in dialog.findChildren(QLabel)]
    assert captions and not [text for text in captions if re.search("[a-z]{2}", text)]
    translation.use("en")
