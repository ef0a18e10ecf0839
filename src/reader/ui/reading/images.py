"""Pictures of an article: decoded only when they are safe, only when they are seen, at the size they are shown."""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPixmap

ImageProvider = Callable[[str], bytes | None]
"""sha256 (hex) to the bytes of a stored image, or None."""

# Formats by their first bytes. SVG is not among them: it can hang the decoder and names local files.
MAGIC = (
    (b"\x89PNG\r\n\x1a\n", b"png"),
    (b"\xff\xd8\xff", b"jpeg"),
    (b"GIF87a", b"gif"),
    (b"GIF89a", b"gif"),
    (b"BM", b"bmp"),
)
ALLOCATION_LIMIT = 128
"""MB that decoding one picture may take."""
MOST_PIXELS = 40_000_000
MOST_BYTES = 30 * 1024 * 1024
KEPT_BYTES = 64 * 1024 * 1024
"""Decoded pictures kept for the next repaint."""


def sniff(data: bytes) -> bytes:
    """The name of the format as QImageReader knows it, b"" for everything that is not shown."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return b"webp"
    return next((name for magic, name in MAGIC if data.startswith(magic)), b"")


def _reader(data: bytes, format_name: bytes) -> tuple[QImageReader, QBuffer]:
    """A reader and the buffer it reads from, which must live as long."""
    QImageReader.setAllocationLimit(ALLOCATION_LIMIT)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(format_name))
    reader.setAutoDetectImageFormat(False)
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    return reader, buffer


def picture_size(data: bytes) -> QSize:
    """Width and height from the header; an empty QSize when the picture is not to be shown."""
    format_name = sniff(data)
    if not format_name or len(data) > MOST_BYTES:
        return QSize()
    reader, _buffer = _reader(data, format_name)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return QSize()
    return size.transposed() if _is_turned(reader) else size


def _is_turned(reader: QImageReader) -> bool:
    """Whether the camera's note turns the picture by a quarter."""
    return bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)


def decode(data: bytes, largest: QSize) -> QImage:
    """The picture, no larger than `largest` (device pixels); a null image when it cannot or must not be decoded."""
    size = picture_size(data)
    if size.isEmpty():
        return QImage()
    reader, _buffer = _reader(data, sniff(data))
    if size.width() > largest.width() or size.height() > largest.height():
        scaled = size.scaled(largest, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
        reader.setScaledSize(scaled.transposed() if _is_turned(reader) else scaled)
    return reader.read()


class Pictures:
    """Fetches pictures from a provider, keeps sizes for good and decoded pictures up to a limit."""

    def __init__(self, provider: ImageProvider | None) -> None:
        self.provider = provider
        self._sizes: dict[str, QSize] = {}
        self._decoded: OrderedDict[tuple[str, int, int], QPixmap] = OrderedDict()
        self._kept = 0

    def size(self, sha256: str) -> QSize:
        """The natural size; empty when the picture is missing or not to be shown."""
        if sha256 not in self._sizes:
            self._sizes[sha256] = picture_size(self._bytes(sha256))
        return QSize(self._sizes[sha256])  # a QSize can be changed by whoever has it

    def pixmap(self, sha256: str, largest: QSize) -> QPixmap:
        """The decoded picture, no larger than `largest` (device pixels); null when missing or not to be shown."""
        key = (sha256, largest.width(), largest.height())
        pixmap = self._decoded.pop(key, None)
        if pixmap is None:
            pixmap = QPixmap.fromImage(decode(self._bytes(sha256), largest))
            self._kept += _weight(pixmap)
        self._decoded[key] = pixmap
        while self._kept > KEPT_BYTES and len(self._decoded) > 1:
            self._kept -= _weight(self._decoded.popitem(last=False)[1])
        return pixmap

    def _bytes(self, sha256: str) -> bytes:
        return (self.provider(sha256) if self.provider and sha256 else None) or b""


def _weight(pixmap: QPixmap) -> int:
    """Bytes in memory, four a pixel."""
    return pixmap.width() * pixmap.height() * 4
