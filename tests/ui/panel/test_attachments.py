"""The list of attachments in tab 信息."""

from PySide6.QtWidgets import QToolButton

from reader.model.article import Attachment
from reader.ui.panel.attachments import AttachmentsSection, attachment_icon
from reader.ui.panel.elided import PathLabel

LONG = "关于进一步加强和改进全区城乡社区网格化服务管理工作的实施意见（征求意见稿）.pdf"


def attachment(name: str, sha256: str = "a") -> Attachment:
    return Attachment(sha256, "", name, 34567, "https://example.org/x")


def test_rows_with_name_size_and_what_can_be_done(qtbot, icons):
    section = AttachmentsSection(icons)
    qtbot.addWidget(section)
    assert section.isHidden()
    asked: list[tuple[str, Attachment]] = []
    section.save_requested.connect(lambda each: asked.append(("save", each)))
    section.add_requested.connect(lambda each: asked.append(("add", each)))
    word, paper = attachment("评分表.doc"), attachment(LONG, "b")
    section.show_attachments([word, paper], frozenset("b"))
    section.setFixedWidth(270)
    section.show()
    names = section.findChildren(PathLabel, "attachmentName")
    assert [each.full_text() for each in names] == ["评分表.doc", LONG]
    assert names[1].text().endswith("pdf") and "…" in names[1].text(), "the ending stays in sight"
    saves = section.findChildren(QToolButton, "attachmentSave")
    adds = section.findChildren(QToolButton, "attachmentAdd")
    assert len(saves) == 2 and len(adds) == 1 and "评分表.doc" in saves[0].accessibleName()
    saves[0].click()
    adds[0].click()
    assert asked == [("save", word), ("add", paper)]
    section.show_attachments([])
    assert section.isHidden()


def test_icons_by_kind():
    assert attachment_icon(attachment("a.XLSX")) == "file-spreadsheet"
    assert attachment_icon(attachment("无")) == "file"
