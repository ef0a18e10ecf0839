"""Which images are stored."""

import io
import struct
import zlib

import pytest

from reader.capture import pictures
from reader.capture.pictures import check_image, within_limits
from reader.model.errors import CaptureError


def encoded(form: str) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (50, 30), "#336699").save(out, form)
    return out.getvalue()


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP", "BMP"])
def test_pictures(form):
    assert check_image(encoded(form)) == {"media_type": f"image/{form.lower()}", "width": 50, "height": 30}


def huge_png(width: int, height: int) -> bytes:
    """A header that promises more than anybody can hold."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not an image",
        b"<svg xmlns='http://www.w3.org/2000/svg'><use href='#a'/></svg>",
        encoded("TIFF"),
        encoded("PNG")[:70],
        huge_png(16_000, 16_000),
        huge_png(2_000_000, 1),
    ],
    ids=["empty", "text", "svg", "tiff", "cut", "too many pixels", "too long"],
)
def test_everything_else_is_refused(data):
    with pytest.raises(CaptureError) as caught:
        check_image(data)
    assert caught.value.code == "bad_image"


def test_of_the_pictures_of_a_document_as_many_are_kept_as_an_article_may_have(monkeypatch):
    monkeypatch.setattr(pictures, "SIZE_LIMIT", 6)
    monkeypatch.setattr(pictures, "TOTAL_LIMIT", 12)
    there = {"a": b"12345", "huge": b"1234567", "b": b"12345", "empty": b"", "c": b"12345", "unnamed": b"1"}
    assert list(within_limits(["a", "huge", "missing", "b", "empty", "c"], there)) == ["a", "b"]
    monkeypatch.setattr(pictures, "COUNT_LIMIT", 1)
    assert list(within_limits(["b", "a"], there)) == ["b"]
