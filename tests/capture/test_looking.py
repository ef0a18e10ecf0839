"""What can be chosen of a kept source: of a page, of a page in a web archive, and nothing of a document."""

import io

import docx

from reader.capture.looking import charsets, structure
from reader.capture.parsing import Source, parse

FIRST = "青禾区把全区划分为128个网格，配备专职网格员256名，推动服务下沉到楼栋、下沉到门口。"
SECOND = "专家点评：青禾区的做法抓住了关键，把力量放到了最需要的地方，值得各地借鉴、推广。"
PAGE = f"""<html><head><title>青禾区报告</title></head><body><div class="wrap">
<div class="TRS_Editor"><p>{FIRST}</p></div>
<div class="note"><p>{SECOND}</p></div></div></body></html>"""
ARCHIVE = (
    b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
    b"Content-Type: text/html\r\nContent-Location: https://example.org/a.html\r\n"
    b"Content-Transfer-Encoding: 8bit\r\n\r\n" + PAGE.encode() + b"\r\n--b--\r\n"
)


def document() -> bytes:
    written, file = docx.Document(), io.BytesIO()
    written.add_paragraph(FIRST)
    written.save(file)
    return file.getvalue()


def test_the_page_in_a_web_archive_is_what_is_looked_at() -> None:
    steps = structure(ARCHIVE, Source())["steps"]
    assert [step["body"] for step in steps] == ["", "div.wrap"]
    blocks = parse(ARCHIVE, Source(body="div.wrap")).blocks
    assert [block["text"] for block in blocks] == [FIRST, SECOND]
    found = charsets(ARCHIVE, Source())
    assert found["present"] == "utf-8" and found["choices"][0]["line"] == "青禾区报告"


def test_of_a_document_nothing_can_be_chosen() -> None:
    assert structure(document(), Source())["steps"] == []
    assert charsets(document(), Source())["choices"] == []


def test_of_a_text_only_the_charset_can_be() -> None:
    data = f"{FIRST}\n{SECOND}".encode("gb18030")
    assert structure(data, Source())["steps"] == []
    found = charsets(data, Source())
    assert found["present"] == "gb18030" and len(found["choices"]) == 9
