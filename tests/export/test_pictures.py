"""Pictures on paper: what becomes of a stored image, and that every writer carries it."""

import base64
import dataclasses
import io
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from reader.export import document, docx, html, markdown, pdf
from reader.export.gbt9704 import PAGE_HEIGHT, TEXT_WIDTH
from reader.export.pictures import file_name, fit_picture, size_on_paper
from reader.model.annotation import Kind
from reader.model.summary import ListEntry, NumberedList, Picture, Quotation, Section, Summary

FILLS = {"RGB": "#8a2f2f", "CMYK": (0, 200, 200, 0), "I;16": 65535}


def encoded(form: str, mode: str = "RGB", size: Any = (300, 200), colour: Any = None, **options: Any) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    fill = colour if colour is not None else FILLS.get(mode, 0)
    Image.new(mode, size, fill).save(out, form, **options)
    return out.getvalue()


def opened(picture: Picture | None) -> Any:
    from PIL import Image

    assert picture is not None
    image = Image.open(io.BytesIO(picture.data))
    image.load()
    return image


def turned() -> bytes:
    from PIL import Image

    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "secret camera"
    return encoded("JPEG", exif=exif)


def moving() -> bytes:
    from PIL import Image

    out = io.BytesIO()
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("red", "blue")]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "media_type", "size"),
    [
        (encoded("PNG"), "image/png", (300, 200)),
        (encoded("JPEG", "CMYK"), "image/jpeg", (300, 200)),
        (encoded("WEBP"), "image/jpeg", (300, 200)),
        (encoded("WEBP", "RGBA", colour=(1, 2, 3, 128)), "image/png", (300, 200)),
        (encoded("BMP"), "image/png", (300, 200)),
        (encoded("PNG", "I;16"), "image/png", (300, 200)),
        (encoded("PNG", "1"), "image/png", (300, 200)),
        (encoded("PNG", "P"), "image/png", (300, 200)),
        (moving(), "image/png", (60, 40)),
        (turned(), "image/jpeg", (200, 300)),
        (encoded("PNG", size=(1, 1)), "image/png", (1, 1)),
        (encoded("PNG", size=(9000, 30)), "image/png", (9000, 30)),
    ],
)
def test_every_kind_becomes_png_or_jpeg(data, media_type, size):
    picture = fit_picture(data, "图", "替代")
    image = opened(picture)
    assert (picture.media_type, (picture.width, picture.height)) == (media_type, size)
    assert image.mode in ("RGB", "L") and image.format == media_type.removeprefix("image/").upper()
    assert b"secret camera" not in picture.data


def test_sixteen_bits_of_white_stay_white_and_glass_is_seen_on_white():
    assert opened(fit_picture(encoded("PNG", "I;16"), "", "")).getpixel((5, 5)) == 255
    assert opened(fit_picture(encoded("PNG", "RGBA", colour=(0, 0, 0, 0)), "", "")).getpixel((5, 5)) == (255, 255, 255)


def test_no_finer_than_print_and_damage_is_left_out():
    large = opened(fit_picture(encoded("PNG", size=(6000, 4000)), "", ""))
    assert max(large.size) < 2000
    for data in (b"", b"<svg/>", encoded("PNG")[:80], encoded("TIFF")):
        assert fit_picture(data, "", "") is None


@given(st.integers(1, 30_000), st.integers(1, 30_000))
def test_never_upscaled_never_wider_than_the_text_or_higher_than_a_third(width, height):
    across, high = size_on_paper(Picture(b"", "image/png", width, height))
    assert 1 <= across <= min(TEXT_WIDTH, width * 15) and 1 <= high <= min(PAGE_HEIGHT // 3, height * 15)
    if across > 50 and high > 50:
        assert abs(across / high - width / height) < 0.05 * width / height


# ---- writers


@pytest.fixture
def picture() -> Picture:
    found = fit_picture(encoded("JPEG", size=(1200, 700)), "图为 [网格] & “走访”", "一张 <图>")
    assert found is not None
    return found


@pytest.fixture
def paper(picture: Picture) -> Summary:
    small = fit_picture(encoded("PNG", size=(90, 60)), "", "小图")
    assert small is not None
    both = (picture, small)
    quotation = Quotation(Kind.KEY, "划分网格416个。", 1, place="（第1段第1句）", note="可借鉴", pictures=both)
    again = dataclasses.replace(quotation, pictures=(picture,))
    items = (quotation, NumberedList((ListEntry("是否可行？", again),)))
    return Summary(title=("学习材料",), sections=(Section("一、摘录", 1, items),))


def test_docx_carries_them_with_size_and_description(paper, picture):
    from docx import Document
    from docx.oxml.ns import qn
    from docx.shared import Twips

    made = Document(io.BytesIO(docx.render(paper)))
    shapes = made.inline_shapes
    wide, high = size_on_paper(picture)
    assert [(each.width, each.height) for each in shapes][:2] == [(Twips(wide), Twips(high)), (Twips(1350), Twips(900))]
    assert len(shapes) == 3
    assert [each._inline.docPr.get("descr") for each in shapes] == ["一张 <图>", "小图", "一张 <图>"]
    texts = [(each.style.name, each.text) for each in made.paragraphs]
    at = texts.index(("图片说明", picture.caption))
    assert texts[at - 1] == ("图片", "") and texts[at - 2][0] == "摘录引文"
    rule = made.styles["图片"].element.pPr.find(qn("w:spacing")).get(qn("w:lineRule"))
    assert rule == "auto", "an exact line would cut the picture off"
    blobs = [part.blob for part in made.part.package.iter_parts() if part.partname.startswith("/word/media")]
    assert picture.data in blobs and len(blobs) == 2


def test_pdf_carries_them_on_the_page_of_their_quotation(paper, picture):
    import pikepdf

    rendered = pdf.render(paper)
    with pikepdf.open(io.BytesIO(rendered.data)) as made:
        images = [image for page in made.pages for image in page.Resources.XObject.values()]
        sizes = {(int(image.Width), int(image.Height)) for image in images}
    assert (opened(picture).size in sizes) and (90, 60) in sizes
    from PIL import Image

    page = pdf.Layout(paper).image(0).convertToFormat(QImage.Format.Format_RGB888)
    size, row = (page.width(), page.height()), page.bytesPerLine()
    colours = Image.frombytes("RGB", size, bytes(page.constBits()), "raw", "RGB", row).getcolors(1 << 24)
    reds = sum(count for count, (red, green, blue) in colours if red > green + 60 and red > blue + 60)
    assert reds > 20_000, "the preview shows the picture in its colour"


def test_html_holds_them(paper, picture):
    page = html.render(paper)
    found = re.findall(r'<figure><img src="data:(image/\w+);base64,([^"]+)" alt="([^"]*)" width="(\d+)"', page)
    assert [kind for kind, *_ in found] == ["image/jpeg", "image/png", "image/jpeg"]
    assert base64.b64decode(found[0][1]) == picture.data
    assert found[0][2] == "一张 &lt;图&gt;" and int(found[1][3]) == 90
    assert page.count("<figcaption>图为 [网格] &amp; “走访”</figcaption>") == 2


def test_markdown_links_to_files_beside_it(paper, picture, tmp_path: Path):
    from markdown_it import MarkdownIt

    path = tmp_path / "三月 (学习).md"
    document.write(paper, "md", path)
    shown = MarkdownIt("commonmark").render(path.read_text(encoding="utf-8"))
    from urllib.parse import unquote

    links = [unquote(each) for each in re.findall(r'<img src="([^"]+)" alt="[^"]+"', shown)]
    assert len(links) == 3 and links[0].startswith("三月 (学习).assets/")
    assert (tmp_path / links[0]).read_bytes() == picture.data
    assert len(list((tmp_path / "三月 (学习).assets").iterdir())) == 2
    assert "图为 [网格] &amp; “走访”" in shown


def test_markdown_without_a_file_has_the_captions(paper, picture):
    text = markdown.render(paper)
    assert "![" not in text and "走访" in text
    assert set(markdown.picture_files(paper)) >= {file_name(picture)}


def test_a_paper_without_pictures_has_no_folder(tmp_path: Path):
    document.write(Summary(title=("材料",)), "md", tmp_path / "a.md")
    assert [each.name for each in tmp_path.iterdir()] == ["a.md"]
