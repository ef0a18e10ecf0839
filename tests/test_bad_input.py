"""Bad input of every sort, through the command line: a clear sentence in both languages, the right exit status, and
a library that is exactly what it was.

Each row of the tables is one case: what is typed (`{name}` stands for a file of `FILES`, `{server}` for a loopback
server that misbehaves on demand), and the code of the error that must come back.
"""

import gzip
import io
import os
import shutil
import socket
import sqlite3
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from reader import paths
from reader.capture.fetch import Limits
from reader.services.session import Session

Reader = Callable[..., Any]

SAMPLE = paths.resources() / "sample" / "report.html"
BODY = "<p>" + "青禾区推动治理力量下沉网格，方便群众办事。" * 12 + "</p>"
LANGUAGES = ("en", "zh_CN")


# ---- what is typed


def page(body: str, charset: str = "utf-8") -> bytes:
    return f'<html><head><meta charset="{charset}"><title>报告</title></head><body>{body}</body></html>'.encode()


def zipped(**members: bytes) -> bytes:
    """A zip archive; "__" in a name is "/", and "_" a full stop."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return out.getvalue()


def scanned() -> bytes:
    """A PDF of two pages that are pictures."""
    from PIL import Image

    out = io.BytesIO()
    sheets = [Image.new("L", (60, 80), 255) for _ in range(2)]
    sheets[0].save(out, "PDF", save_all=True, append_images=sheets[1:])
    return out.getvalue()


def locked(pdf: bytes) -> bytes:
    """The document with a password."""
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(out, encryption=pikepdf.Encryption(user="x", owner="x"))
    return out.getvalue()


def flagged(archive: bytes) -> bytes:
    """The archive with the sign of a password on its first member."""
    at = archive.index(b"PK\x01\x02") + 8
    return archive[:at] + bytes([archive[at] | 1]) + archive[at + 1 :]


DOCUMENTS = Path(__file__).parent / "capture" / "files"
PDF, DOCX, EPUB = ((DOCUMENTS / f"report.{suffix}").read_bytes() for suffix in ("pdf", "docx", "epub"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'

FILES: dict[str, bytes] = {
    "empty.html": b"",
    "blank.txt": b" \n\t\n  \n",
    "program": b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8,
    "noise.dat": bytes((index * 197 + 61) % 256 for index in range(6000)),
    "picture.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 64,
    "paper.pdf": b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n",
    "old.doc": OLE,
    "locked.docx": OLE + "EncryptedPackage".encode("utf-16-le"),
    "slides.ppt": OLE + "PowerPoint Document".encode("utf-16-le"),
    "paper.rtf": b"{\\rtf1\\ansi x}",
    "paper.ofd": zipped(OFD_xml=b"<x/>"),
    "table.xlsx": zipped(xl__workbook_xml=b"<x/>"),
    "papers.zip": zipped(a_txt=b"x"),
    "book.mobi": bytes(60) + b"BOOKMOBI",
    "cut.pdf": PDF[:200],
    "locked.pdf": locked(PDF),
    "scanned.pdf": scanned(),
    "cut.docx": DOCX[:-300],
    "bomb.docx": zipped(word__document_xml=bytes(60_000_000)),
    "entities.docx": zipped(word__document_xml=ENTITIES),
    "broken.docx": zipped(word__document_xml=b"<w:document"),
    "flagged.docx": flagged(DOCX),
    "cut.epub": EPUB[:-300],
    "empty.epub": zipped(**{"META-INF__container_xml": b"<container/>"}),
    "empty.mht": b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b--\n",
    "archive.gz": gzip.compress(b"x" * 500),
    "script.html": page("<script>document.write('正文')</script><div id=app></div>"),
    "pictures.html": page('<img src="a.png"><img src="b.png">'),
    "notalibrary.db": b"this is a text, not a database" * 50,
    "report.docx": b"PK\x03\x04" + b"\0" * 26 + b"word/document.xml" + b"\0" * 200,
}

UNREADABLE = {
    "missing file": ("{missing}", "file_missing"),
    "empty folder": ("{folder}", "folder_empty"),
    "empty file": ("{empty.html}", "empty_source"),
    "blank file": ("{blank.txt}", "no_text empty_source"),
    "program": ("{program}", "unsupported_format binary_source"),
    "noise": ("{noise.dat}", "binary_source"),
    "picture": ("{picture.png}", "picture_source"),
    "PDF": ("{paper.pdf}", "document_damaged"),
    "cut PDF": ("{cut.pdf}", "document_damaged"),
    "PDF with a password": ("{locked.pdf}", "document_encrypted"),
    "scanned PDF": ("{scanned.pdf}", "pdf_scanned"),
    "old Word": ("{old.doc}", "office_format"),
    "Word with a password": ("{locked.docx}", "document_encrypted"),
    "presentation": ("{slides.ppt}", "slides_format"),
    "RTF": ("{paper.rtf}", "office_format"),
    "OFD": ("{paper.ofd}", "printable_format"),
    "spreadsheet": ("{table.xlsx}", "sheet_format"),
    "zip": ("{papers.zip}", "packed_format"),
    "other e-book": ("{book.mobi}", "book_format"),
    "cut Word": ("{cut.docx}", "archive_damaged"),
    "bomb": ("{bomb.docx}", "archive_bomb"),
    "entities": ("{entities.docx}", "archive_unsafe"),
    "broken Word": ("{broken.docx}", "document_damaged"),
    "zip with a password": ("{flagged.docx}", "archive_encrypted"),
    "cut EPUB": ("{cut.epub}", "archive_damaged"),
    "empty EPUB": ("{empty.epub}", "document_damaged"),
    "empty MHTML": ("{empty.mht}", "document_damaged"),
    "Word": ("{report.docx}", "archive_damaged"),
    "compressed file": ("{archive.gz}", "packed_format"),
    "page made by a script": ("{script.html}", "no_text"),
    "page of pictures": ("{pictures.html}", "no_text"),
    "name that is too long": ("{folder}/" + "汉" * 300, "file_missing file_unreadable"),
    "name with a NUL": ("re\0port.html", "file_missing file_unreadable"),
    "file link": ("file:///etc/hostname", "unsupported_link"),
    "ftp link": ("ftp://example.org/report.html", "unsupported_link"),
    "script link": ("javascript:alert(1)", "unsupported_link"),
    "data link": ("data:text/html,<p>x", "unsupported_link"),
    "link without a host": ("http://", "invalid_link"),
    "link with a broken host": ("http://[::1/report", "invalid_link"),
    "link with a wrong port": ("http://example.org:99999/", "invalid_link"),
    "host not found": ("http://no-such-host.invalid/report.html", "fetch_host"),
    "closed port": ("http://127.0.0.1:{closed}/", "fetch_connection"),
    "401": ("{server}/status/401", "login_wall fetch_forbidden"),
    "403": ("{server}/status/403", "fetch_forbidden"),
    "404": ("{server}/status/404", "fetch_not_found"),
    "410": ("{server}/status/410", "fetch_not_found"),
    "418": ("{server}/status/418", "fetch_status"),
    "429": ("{server}/status/429", "fetch_busy"),
    "500": ("{server}/status/500", "fetch_server"),
    "503": ("{server}/status/503", "fetch_server fetch_busy"),
    "silence": ("{server}/silence", "fetch_silent fetch_timeout"),
    "slow drip": ("{server}/drip", "fetch_timeout"),
    "redirect loop": ("{server}/loop", "fetch_redirects"),
    "redirect to a file": ("{server}/to-file", "fetch_redirect_refused"),
    "gzip bomb": ("{server}/bomb", "too_large"),
    "endless body": ("{server}/endless", "too_large fetch_timeout"),
    "body cut off": ("{server}/cut", "fetch_cut_off"),
    "broken gzip": ("{server}/garbled", "fetch_garbled"),
    "no HTTP at all": ("{server}/noise", "fetch_connection fetch_cut_off fetch_garbled"),
    "empty answer": ("{server}/empty", "empty_source"),
    "picture instead of a page": ("{server}/picture", "picture_source"),
}
"""What is added → codes, any of which says what is wrong."""

SURVIVED: dict[str, bytes] = {
    "NUL bytes": page(BODY.replace("网格", "网\0格")),
    "lone surrogates": page(BODY).replace("群众".encode(), b"\xed\xa0\x80\xed\xb0\x80", 2),
    "unknown charset": page(BODY, "x-klingon"),
    "wrongly declared charset": page(BODY, "utf-8").decode().encode("gb18030"),
    "control characters": page(BODY.replace("方便", "\x1b[2J\ufffc\u2028\ufdd0方便")),
    "100,000 nested tags": page("<div>" * 100_000 + BODY),
    "nested tables": page("<table><tr><td>" * 60 + BODY),
    "100,000 attributes": page("<p " + " ".join(f"a{index}=1" for index in range(100_000)) + ">x</p>" + BODY),
    "100,000 unclosed links": page('<a href="/x">' * 100_000 + BODY),
    "300,000 ampersands": page(BODY + "<p>" + "&amp;" * 300_000 + "</p>"),
    "unclosed comments": page("<!-- x" * 50_000 + BODY),
    "huge table cell spans": page(BODY + '<table><tr><td colspan="99999999" rowspan="99999999">x</td></tr></table>'),
}
"""Hostile pages: each is either read (what is shown is clean text) or refused with a sentence, within the limits."""

REFUSED = {
    "unknown id": (("show", "ffffffff"), "not_found"),
    "id that is no id": (("show", "../../etc"), "not_found"),
    "ambiguous id": (("show", ""), "ambiguous_id not_found"),
    "unknown version": (("show", "{article}", "--version", "9"), "version_not_found"),
    "empty title": (("edit", "{article}", "--title", ""), "empty_title"),
    "empty tag": (("edit", "{article}", "--tag", " "), "name_empty"),
    "ambiguous quote": (("annotate", "{article}", "--quote", "42个社区"), "ambiguous"),
    "quote not found": (("annotate", "{article}", "--quote", "云上议事厅"), "quote_not_found"),
    "quote elsewhere": (("annotate", "{article}", "--quote", "42个社区", "--prefix", "无此"), "quote_not_found"),
    "empty quote": (("annotate", "{article}", "--quote", ""), "empty_quote"),
    "nothing to note": (("annotate", "{article}"), "nothing_to_note"),
    "note on nothing": (("annotate", "ffff", "--note", "x"), "not_found"),
    "ends out of the text": (("edit-annotation", "{mark}", "--end", "999999"), "bad_span"),
    "ends the wrong way round": (("edit-annotation", "{mark}", "--start", "9", "--end", "3"), "bad_span"),
    "unknown annotation": (("edit-annotation", "ffff", "--note", "x"), "not_found"),
    "annotations of nothing": (("annotations", "ffff"), "not_found"),
    "deleting nothing": (("delete", "ffff"), "not_found"),
    "citing nothing": (("cite", "ffff"), "not_found"),
    "exporting nothing": (("export", "ffff", "--format", "md", "-o", "{out.md}"), "not_found"),
    "export onto a folder": (("export", "{article}", "--format", "md", "-o", "{folder}"), "export_is_folder"),
    "export under a file": (("export", "{article}", "--format", "docx", "-o", "{program}/a.docx"), "export_failed"),
    "export with a name too long": (
        ("export", "{article}", "--format", "html", "-o", "{folder}/" + "汉" * 300),
        "export_name_too_long",
    ),
    "backup onto itself": (("backup", "{library}"), "backup_is_library"),
    "backup onto a folder": (("backup", "{folder}"), "backup_failed"),
    "exporting the library onto itself": (("export-library", "{library}"), "library_file_is_library"),
    "exporting the library onto a folder": (("export-library", "{folder}"), "export_is_folder"),
    "importing nothing": (("import", "{missing}"), "import_unreadable"),
    "importing a folder": (("import", "{folder}"), "import_unreadable"),
    "importing a library": (("import", "{library}"), "import_format"),
    "restoring nothing": (("restore", "{missing}"), "backup_missing"),
    "restoring something else": (("restore", "{notalibrary.db}"), "backup_damaged"),
}
"""What is typed → the code of the refusal (exit status 1)."""

MISUSED = {
    "unknown verb": ("ad", "x"),
    "unknown option": ("list", "--colour"),
    "shortened option": ("list", "--lim", "3"),
    "missing source": ("add",),
    "bad kind": ("annotate", "x", "--kind", "important"),
    "bad status": ("list", "--status", "done"),
    "bad order": ("list", "--sort", "colour"),
    "bad number": ("list", "--limit", "many"),
    "negative number": ("list", "--limit", "-1"),
    "bad date": ("annotate", "x", "--due", "2026-02-30"),
    "date in words": ("edit", "x", "--published", "明天"),
    "bad place to search": ("search", "x", "--in", "title,body"),
    "unsupported format": ("export", "x", "--format", "odt", "-o", "a.odt"),
    "no output": ("export", "x", "--format", "pdf"),
    "unknown template": ("export", "x", "--format", "md", "--template", "poem", "-o", "a.md"),
    "unknown style": ("cite", "x", "--style", "mla"),
    "unsure": ("empty-trash",),
    "place without a quote": ("annotate", "x", "--start", "3"),
    "one title for two": ("add", "a.html", "b.html", "--title", "t"),
    "standard input twice": ("add", "-", "-"),
    "option without its value": ("list", "--tag"),
}
"""Wrong usage (exit status 2)."""


# ---- the server


class Misbehaviour(BaseHTTPRequestHandler):
    """Answers by the path: what can go wrong between a link and its page."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        name, _, rest = self.path.lstrip("/").partition("/")
        try:
            getattr(self, "_" + name.replace("-", "_"))(rest)
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests have their own output."""

    def _answer(self, body: bytes, status: int = 200, length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for key, value in ({"Content-Type": "text/html; charset=utf-8"} | headers).items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _status(self, code: str) -> None:
        self._answer(page(BODY), int(code))

    def _silence(self, _: str) -> None:
        time.sleep(2)
        self.close_connection = True

    def _drip(self, _: str) -> None:
        self.send_response(200)
        self.end_headers()
        for _second in range(40):
            self.wfile.write(b"<p>")
            self.wfile.flush()
            time.sleep(0.1)
        self.close_connection = True

    def _loop(self, rest: str) -> None:
        self._answer(b"", 302, Location=f"/loop/{int(rest or 0) + 1}")

    def _to_file(self, _: str) -> None:
        self._answer(b"", 302, Location="file:///etc/hostname")

    def _bomb(self, _: str) -> None:
        self._answer(gzip.compress(b"<p>" + b"0" * 40_000_000, 1), Content_Encoding="gzip")

    def _endless(self, _: str) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"0" * 1_000_000)

    def _cut(self, _: str) -> None:
        self._answer(page(BODY), length=100_000)
        self.close_connection = True

    def _garbled(self, _: str) -> None:
        self._answer(b"\x1f\x8bnot gzip at all", Content_Encoding="gzip")

    def _noise(self, _: str) -> None:
        self.wfile.write(b"\0\1\2 what is this\r\n\r\n")
        self.close_connection = True

    def _empty(self, _: str) -> None:
        self._answer(b"")

    def _picture(self, _: str) -> None:
        self._answer(FILES["picture.png"], Content_Type="image/png")


class Server(ThreadingHTTPServer):
    """Callers that go away in the middle are what it is for."""

    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: see above."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of the misbehaving server."""
    with Server(("127.0.0.1", 0), Misbehaviour) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


# ---- a library that must stay what it is


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """A library with the sample report and one mark: its path and the two ids. It is copied for every test."""
    path = tmp_path_factory.mktemp("prepared") / "library.db"
    with Session(path) as session:
        article = session.capturing.add(str(SAMPLE)).id
        assert article is not None
        return path, article, session.annotating.annotate(article, quote="516个网格").id


@pytest.fixture
def named(
    prepared: tuple[Path, str, str], server: str, tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> dict[str, str]:
    """What the braces of the tables stand for, and the library copied into place."""
    for place in ("reader.capture.Limits", "reader.capture.pipeline.Limits"):
        monkeypatch.setattr(place, partial(Limits, deadline=1.5, connect=1.0, read=0.6, attempts=2, backoff=0.01))
    names = {"server": server, "library": os.environ["READER_LIBRARY"], "missing": str(tmp_path / "missing")}
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
        names[name] = str(tmp_path / name)
    (tmp_path / "folder").mkdir()
    names |= {"folder": str(tmp_path / "folder"), "out.md": str(tmp_path / "out.md"), "closed": str(closed_port())}
    path, names["article"], names["mark"] = prepared
    library = Path(names["library"])
    library.parent.mkdir()
    shutil.copy(path, library)
    return names


def closed_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def filled(text: str, names: dict[str, str]) -> str:
    for name, value in names.items():
        text = text.replace("{" + name + "}", value)
    return text


@contextmanager
def unchanged(reader: Reader) -> Iterator[None]:
    """The library holds the same before and after, and is sound."""

    def held() -> tuple[Any, ...]:
        return tuple(reader(verb, "--json").json for verb in ("list", "annotations", "trash"))

    before = held()
    yield
    assert held() == before
    told = reader("check", "--json")
    assert told.status == 0 and told.json["problems"] == [], told.json


def assert_clear(sentence: str, language: str, code: str) -> None:
    """A sentence for a person: in their language, whole, without a traceback or a place left open."""
    assert sentence.strip() and f"error.{code}" not in sentence and "Traceback" not in sentence
    assert "{" not in sentence and "None" not in sentence
    chinese = sum("\u4e00" <= character <= "\u9fff" for character in sentence)
    assert chinese >= 2 or language == "en", sentence


@pytest.mark.parametrize("case", UNREADABLE)
def test_what_cannot_be_saved(case: str, reader: Reader, named: dict[str, str]) -> None:
    source, codes = filled(UNREADABLE[case][0], named), UNREADABLE[case][1].split()
    with unchanged(reader):
        # Every other case in the other language: the catalogues are held alike by test_messages.py.
        language = LANGUAGES[list(UNREADABLE).index(case) % 2]
        told = reader("add", source, "--json", "--lang", language)
        assert told.status == 1
        assert told.json[0]["status"] == "failed" and told.json[0]["error"] in codes, told.json
        assert_clear(told.err, language, told.json[0]["error"])


def test_extracting_fails_with_the_same_sentences(reader: Reader, named: dict[str, str]) -> None:
    for language in LANGUAGES:
        told = reader("extract", named["empty.html"], "--json", "--lang", language)
        assert told.status == 1 and told.json["error"] == "empty_source"
        assert_clear(told.json["message"], language, "empty_source")


@pytest.mark.parametrize("case", SURVIVED)
def test_hostile_pages(case: str, reader: Reader, named: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "hostile.html"
    file.write_bytes(SURVIVED[case])
    started = time.monotonic()
    with unchanged(reader):
        told = reader("add", file, "--json")
        assert time.monotonic() - started < 20
        added = told.json[0]
        if told.status:
            assert added["error"] in {"page_too_complex", "no_text"}
            assert_clear(told.err, "en", added["error"])
            return
        shown = reader("show", added["id"], "--json").json
        assert "青禾区推动治理力量" in shown["text"] or "truncated" in str(shown)
        assert not set(shown["text"] + shown["title"]) & set("\0\x1b\ufffc\u2028\ufdd0")
        shown["text"].encode()
        assert reader("check").status == 0
        reader("delete", added["id"])
        reader("empty-trash", "--yes")


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_done(case: str, reader: Reader, named: dict[str, str]) -> None:
    arguments, codes = [filled(each, named) for each in REFUSED[case][0]], REFUSED[case][1].split()
    if case == "ambiguous id":
        reader("add", "-", "--title", "另一篇", stdin=BODY.encode())
    with unchanged(reader):
        for language in LANGUAGES:
            told = reader(*arguments, "--json", "--lang", language)
            assert told.status == 1 and told.json["error"] in codes, told
            assert_clear(told.json["message"], language, told.json["error"])
            assert told.json["message"] in told.err
    assert not Path(named["out.md"]).exists()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", MISUSED)
def test_wrong_usage(case: str, language: str, reader: Reader, tmp_path: Path) -> None:
    told = reader(*MISUSED[case], "--lang", language, "--json")
    assert told.status == 2
    assert told.json["error"] == "usage"
    assert_clear(told.json["message"], language, "usage")
    assert told.json["message"] in told.err and "reader" in told.err
    assert not (tmp_path / "library").exists()


# ---- libraries that are no libraries


def newer(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 9999")
    database.close()


def torn(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:100] + b"\xff" * (len(data) // 2) + data[100 + len(data) // 2 :])


def foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE songs (title TEXT)")
    database.close()


BROKEN: dict[str, tuple[Callable[[Path], Any], str]] = {
    "a text": (lambda path: path.write_bytes(FILES["notalibrary.db"]), "library_corrupt"),
    "torn": (torn, "library_corrupt"),
    "cut short": (lambda path: path.write_bytes(path.read_bytes()[:5000]), "library_corrupt"),
    "of another program": (foreign, "library_foreign"),
    "of a newer version": (newer, "library_newer"),
    "a folder": (lambda path: (path.unlink(), path.mkdir()), "library_folder"),
}


@pytest.mark.parametrize("verb", ["list", "check", "add"])
@pytest.mark.parametrize("case", BROKEN)
def test_a_library_that_cannot_be_opened_is_left_alone(
    case: str, verb: str, reader: Reader, named: dict[str, str]
) -> None:
    library = Path(named["library"])
    spoil, code = BROKEN[case]
    spoil(library)
    before = library.read_bytes() if library.is_file() else b""
    for language in LANGUAGES:
        told = reader(verb, *([SAMPLE] if verb == "add" else []), "--json", "--lang", language)
        assert told.status == 1 and told.json["error"] == code, told
        assert_clear(told.json["message"], language, code)
    assert (library.read_bytes() if library.is_file() else b"") == before


def test_a_library_under_a_file_cannot_be_made(reader: Reader, named: dict[str, str]) -> None:
    told = reader("list", "--library", named["program"] + "/library.db", "--json")
    assert told.status == 1 and told.json["error"] in {"library_uncreatable", "library_unreadable"}
    assert_clear(told.err, "en", told.json["error"])


@contextmanager
def forbidden(folder: Path) -> Iterator[None]:
    """Nobody may write in `folder`; root, whom modes do not stop, becomes somebody else meanwhile."""
    opened = [parent for parent in folder.parents if parent.stat().st_uid == os.getuid()]
    modes = {each: each.stat().st_mode & 0o777 for each in [folder, *folder.iterdir(), *opened]}
    for each in opened:
        each.chmod(modes[each] | 0o055)
    for each in folder.iterdir():
        each.chmod(0o444)
    folder.chmod(0o555)
    is_root = os.geteuid() == 0
    if is_root:
        os.setresuid(65534, 65534, 0)
    try:
        yield
    finally:
        if is_root:
            os.setresuid(0, 0, 0)
        for each, mode in modes.items():
            each.chmod(mode)


@pytest.mark.skipif(sys.platform == "win32", reason="modes of Unix")
def test_a_read_only_library_can_be_read(reader: Reader, named: dict[str, str]) -> None:
    writing = [("edit", "{article}", "--star"), ("annotate", "{article}", "--note", "x"), ("delete", "{mark}")]
    reader("search", "网格")  # everything is imported before the program may read less
    with unchanged(reader), forbidden(Path(named["library"]).parent):
        assert len(reader("list", "--json").json) == 1
        assert reader("search", "网格", "--json").json
        for command in writing:
            for language in LANGUAGES:
                told = reader(*(filled(each, named) for each in command), "--json", "--lang", language)
                assert told.status == 1 and told.json["error"] == "library_read_only", told
                assert_clear(told.json["message"], language, "library_read_only")


@pytest.mark.skipif(sys.platform == "win32", reason="modes of Unix")
def test_export_into_a_folder_that_cannot_be_written(reader: Reader, named: dict[str, str]) -> None:
    reader("export", named["article"], "--format", "md", "-o", named["out.md"])
    with forbidden(Path(named["folder"])):
        told = reader("export", named["article"], "--format", "md", "-o", named["folder"] + "/a.md", "--json")
    assert told.status == 1 and told.json["error"] == "export_no_permission", told
    assert list(Path(named["folder"]).iterdir()) == []


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """No file may grow beyond `size` bytes."""
    import resource

    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, old[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of Unix")
@pytest.mark.parametrize("format", ["docx", "pdf", "html", "md"])
def test_a_full_disk_leaves_the_old_document(
    format: str, reader: Reader, named: dict[str, str], tmp_path: Path
) -> None:
    # What a note says does not compress, so that every format is larger than the limit.
    note = "".join(chr(0x4E00 + (index * index * 7919) % 2_003) for index in range(22_000))
    reader("annotate", named["article"], "--note", note)
    file = tmp_path / f"paper.{format}"
    file.write_bytes(b"old")
    names = sorted(each.name for each in tmp_path.iterdir())
    with full_disk(40_000):
        told = reader("export", named["article"], "--format", format, "-o", file, "--json")
    assert told.status == 1 and told.json["error"] == "export_disk_full", told
    assert file.read_bytes() == b"old"
    assert sorted(each.name for each in tmp_path.iterdir()) == names


@pytest.mark.skipif(sys.platform == "win32", reason="limits of Unix")
def test_a_full_disk_loses_nothing_of_the_library(reader: Reader, named: dict[str, str], tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("长报告\n\n" + "青禾区推动治理力量下沉网格。\n" * 40_000, encoding="utf-8")
    with unchanged(reader), full_disk(Path(named["library"]).stat().st_size + 40_000):
        told = reader("add", long, "--json")
        assert told.status == 1 and told.json[0]["error"] in {"library_full", "library_io"}, told
        assert_clear(told.err, "en", told.json[0]["error"])


def test_a_full_disk_under_standard_output_is_told(program: list[str], reader: Reader, named: dict[str, str]) -> None:
    import subprocess

    if not Path("/dev/full").exists():
        pytest.skip("/dev/full is of Linux")
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run([*program, "show", named["article"]], stdout=full, stderr=subprocess.PIPE, check=False)
    assert told.returncode == 1 and b"Traceback" not in told.stderr and told.stderr


def test_there_are_enough_of_them() -> None:
    assert len(UNREADABLE) + len(SURVIVED) + len(REFUSED) + len(MISUSED) + len(BROKEN) >= 100
