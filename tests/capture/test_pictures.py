"""Which images are stored."""

import io
import random
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


# ---- odd but good ones


def odd() -> dict[str, bytes]:
    """Pictures that cameras, scanners and portals really make."""
    from PIL import Image, ImageCms

    def save(image: Image.Image, form: str, **options: object) -> bytes:
        out = io.BytesIO()
        image.save(out, form, **options)
        return out.getvalue()

    exif = Image.Exif()
    exif[0x0112] = 6
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    frames = [Image.new("RGB", (50, 30), colour) for colour in ("red", "blue", "green")]
    return {
        "cmyk": save(Image.new("CMYK", (50, 30), (9, 99, 99, 0)), "JPEG"),
        "sixteen bits": save(Image.new("I;16", (50, 30), 40_000), "PNG"),
        "profile": save(frames[0], "PNG", icc_profile=profile),
        "broken profile": save(frames[0], "JPEG", icc_profile=b"no profile" * 20),
        "turned": save(frames[0], "JPEG", exif=exif),
        "moving": save(frames[0], "GIF", save_all=True, append_images=frames[1:]),
        "moving webp": save(frames[0], "WEBP", save_all=True, append_images=frames[1:]),
        "palette": save(frames[0].convert("P"), "PNG"),
        "bits": save(Image.new("1", (50, 30)), "PNG"),
        "progressive": save(frames[0], "JPEG", progressive=True),
    }


@pytest.mark.qt_log_ignore("Failed ICC signature test")  # what Qt says of a broken profile, and shows the picture
@pytest.mark.parametrize("name", list(odd()))
def test_odd_pictures_are_kept_and_can_be_shown_and_printed(name, qapp):
    from PySide6.QtCore import QSize

    from reader.export.pictures import fit_picture
    from reader.ui.reading.images import decode

    data = odd()[name]
    found = check_image(data)
    assert (found["width"], found["height"]) == (50, 30)
    shown = decode(data, QSize(200, 200))
    assert shown.size().toTuple() == ((30, 50) if name == "turned" else (50, 30))
    assert fit_picture(data, "", "") is not None


@pytest.mark.parametrize("form", ["JPEG", "GIF", "WEBP", "BMP"])
def test_a_picture_that_was_cut_off_is_refused(form):
    from PIL import Image

    out = io.BytesIO()
    Image.effect_noise((200, 200), 80).convert("RGB").save(out, form)
    with pytest.raises(CaptureError):
        check_image(out.getvalue()[: len(out.getvalue()) // 2])


def avif() -> bytes:
    return b"\x00\x00\x00\x20ftypavif\x00\x00\x00\x00avifmif1miafMA1B" + bytes(200)


def heic() -> bytes:
    return b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(200)


@pytest.mark.parametrize("data", [avif(), heic(), b"<html>login</html>", b"GIF89a\xff\xff\xff\xff\x00\x00\x00;"])
def test_other_formats_and_empty_giants(data):
    with pytest.raises(CaptureError):
        check_image(data)


def test_bombs_and_mutations_never_end_the_worker(parser):
    rng = random.Random(20260318)
    seeds = [*odd().values(), *(encoded(form) for form in ("PNG", "JPEG", "GIF", "WEBP", "BMP"))]
    answers = {"kept": 0, "bad_image": 0}
    for number in range(200):
        data = bytearray(seeds[number % len(seeds)])
        for _ in range(rng.choice((1, 2, 5, 30))):
            at = rng.randrange(len(data))
            match rng.randrange(4):
                case 0:
                    data[at] = rng.randrange(256)
                case 1:
                    del data[at : at + rng.randrange(1, 40)]
                case 2:
                    data[at:at] = bytes(rng.randrange(256) for _ in range(rng.randrange(1, 20)))
                case _:
                    data[at : at + 4] = rng.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff"))
            if not data:
                data = bytearray(b"x")
        try:
            parser.ask({"do": "image"}, bytes(data))
            answers["kept"] += 1
        except CaptureError as error:
            answers[error.code] += 1
        if number % 20 == 0:
            with pytest.raises(CaptureError):
                parser.ask({"do": "image"}, huge_png(30_000, 30_000))
    assert sum(answers.values()) == 200 and answers["kept"] > 20, answers


def test_of_the_pictures_of_a_document_as_many_are_kept_as_an_article_may_have(monkeypatch):
    monkeypatch.setattr(pictures, "SIZE_LIMIT", 6)
    monkeypatch.setattr(pictures, "TOTAL_LIMIT", 12)
    there = {"a": b"12345", "huge": b"1234567", "b": b"12345", "empty": b"", "c": b"12345", "unnamed": b"1"}
    assert list(within_limits(["a", "huge", "missing", "b", "empty", "c"], there)) == ["a", "b"]
    monkeypatch.setattr(pictures, "COUNT_LIMIT", 1)
    assert list(within_limits(["b", "a"], there)) == ["b"]
