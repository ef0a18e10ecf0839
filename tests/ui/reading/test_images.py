"""Pictures are decoded only when they are safe."""

import struct
import zlib

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QColor, QImage

from reader.model.blocks import Block, BlockKind
from reader.ui.reading import images
from reader.ui.reading.images import Pictures, decode, picture_size, sniff

from .conftest import article, content


def picture(width=400, height=200, file_format="PNG", colour="#3366cc") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, file_format)
    return bytes(buffer.data().data())


def bomb(width: int, height: int) -> bytes:
    """A PNG whose header claims so many pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize(
    ("file_format", "name"), [("PNG", b"png"), ("JPG", b"jpeg"), ("BMP", b"bmp"), ("WEBP", b"webp")]
)
def test_the_usual_formats_are_shown(qapp, file_format, name):
    data = picture(file_format=file_format)
    assert sniff(data) == name
    assert picture_size(data) == QSize(400, 200)
    assert decode(data, QSize(1000, 1000)).size() == QSize(400, 200)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\x89PNG\r\n\x1a\n<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\xff\xd8\xff not a jpeg",
        b"GIF89a",
        bomb(16_000, 16_000),
        bomb(2_000_000, 1_000),
    ],
)
@pytest.mark.no_qt_log  # a broken picture is told to the log
def test_what_is_not_a_harmless_picture_is_not_shown(qapp, data):
    assert picture_size(data).isEmpty()
    assert decode(data, QSize(100, 100)).isNull()


def test_a_picture_is_decoded_no_larger_than_it_is_shown(qapp):
    assert decode(picture(4000, 1000), QSize(800, 3000)).size() == QSize(800, 200)


def test_decoded_pictures_are_kept_up_to_a_limit(qapp, monkeypatch):
    monkeypatch.setattr(images, "KEPT_BYTES", 700_000)
    asked = []
    data = picture(400, 200)  # 320,000 bytes decoded
    pictures = Pictures(lambda sha256: asked.append(sha256) or data)
    for sha256 in ("a", "a", "b", "c", "c", "a"):
        assert not pictures.pixmap(sha256, QSize(400, 400)).isNull()
    assert asked == ["a", "b", "c", "a"]


def test_a_provider_without_the_picture(qapp):
    assert Pictures(lambda _sha256: None).pixmap("a", QSize(10, 10)).isNull()
    assert Pictures(None).size("a").isEmpty()


def test_a_picture_is_shown_as_wide_as_the_column_at_most(qtbot, themes, icons):
    from reader.ui.reading.pane import ReaderPane

    wide = picture(3000, 1000)
    pane = ReaderPane(themes, icons, {"aa": wide}.get)
    qtbot.addWidget(pane)
    pane.resize(900, 700)
    pane.show()
    blocks = (Block(BlockKind.IMAGE, image="aa"), Block(BlockKind.IMAGE, image="bb", alt="没有存下的图"))
    pane.show_article(article(), content(blocks), [], None)
    qtbot.wait(20)
    shot = pane.view.viewport().grab().toImage()
    column = pane.view._column
    rect = pane.view._geometry.block_rect(0)
    y = round(rect.center().y())
    assert shot.pixelColor(column.left + 3, y).name() == "#3366cc"
    assert shot.pixelColor(column.left + column.width - 3, y).name() == "#3366cc"
    assert shot.pixelColor(column.left + column.width + 6, y).name() != "#3366cc"
    assert abs(rect.height() - column.width / 3) < 24


def test_a_picture_is_fetched_once_however_often_the_window_changes(qtbot, themes, icons):
    from reader.ui.reading.pane import ReaderPane

    asked = []
    pane = ReaderPane(themes, icons, lambda sha256: asked.append(sha256) or picture())
    qtbot.addWidget(pane)
    pane.resize(900, 700)
    pane.show()
    pane.show_article(article(), content((Block(BlockKind.IMAGE, image="aa"),)), [], None)
    for width in (900, 700, 600, 900):
        pane.resize(width, 700)
        qtbot.wait(10)
        pane.grab()
    themes.set_theme("dark")
    pane.grab()
    assert len(asked) <= 4  # for the size, and for each width at which it was decoded
