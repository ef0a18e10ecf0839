"""The whole way from a link to the library, with a server that misbehaves: a sentence or an article, in time, and
nothing written for what failed."""

# ruff: noqa: E501  lists of cases are read by rows

import os
import socket
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import quote

import pytest

from reader.capture import Limits, capture
from reader.model.article import AddStatus
from reader.model.errors import CancelledError, CaptureError
from reader.services.session import Session

from .conftest import told
from .misbehaving import bomb

DEADLINE = 2.5
TO = "to?where="

FAILS = {
    "drip": "fetch_timeout",
    "drip-head": "fetch_timeout",
    "silent": "fetch_silent",
    "endless": "too_large",
    "large-bomb": "too_large",
    "double-gzip": "too_large",
    "huge-length": "fetch_cut_off",
    "cut": "fetch_cut_off",
    "bad-chunk": "fetch_cut_off",
    "not-gzip": "fetch_garbled",
    "brotli": "fetch_garbled",
    "zstd": "fetch_garbled",
    "hang-up": "fetch_connection",
    "long-header": "fetch_connection",
    "many-headers": "fetch_connection",
    "loop": "fetch_redirects",
    "refresh-loop": "fetch_redirects",
    "refresh-drip": "fetch_timeout",
    "to-file": "fetch_redirect_refused",
    TO + quote("javascript:alert(1)"): "fetch_redirect_refused",
    TO + quote("http://a b/"): "invalid_link",
    "refresh-to?where=file:///etc/passwd": "no_text",
    "status/401": "fetch_forbidden",
    "status/403": "fetch_forbidden",
    "status/404": "fetch_not_found",
    "status/410": "fetch_not_found",
    "much-later": "fetch_busy",
    "status/500": "fetch_server",
    "status/503": "fetch_server",
    "sign-in": "login_wall",
    "login": "login_wall",
    "portal": "captive_portal",
    "elsewhere-sign-in": "captive_portal",
    "soft-404": "page_gone",
    "soft-404-home": "fetch_front_page",
    "robot-check": "verification_wall",
    "gone-home": "fetch_front_page",
    "closed": "page_unavailable",
    "empty": "empty_source",
    "script": "no_text",
    "scanned-pdf": "document_damaged",
}
"""Path → code."""

SAVES = {
    "page": "青禾县：小网格托起大民生",
    "lying": "青禾县：小网格托起大民生",
    "three-charsets": "青禾县：小网格托起大民生",
    "utf7": "青禾县：小网格托起大民生",
    "hop": "青禾县：小网格托起大民生",
    "moved": "青禾县：小网格托起大民生",
    "flaky": "青禾县：小网格托起大民生",
    "endless-redirect": "青禾县：小网格托起大民生",
    "refresh-to?where=/page": "青禾县：小网格托起大民生",
    TO + "/page": "青禾县：小网格托起大民生",
}
"""Path → title."""

INWARD = ("http://127.0.0.2/", "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://[::1]/", "http://192.168.1.1/", "http://localhost/", "http://[::ffff:10.0.0.1]/", "http://2130706434/")


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """One library for all cases: what failed must leave it as it was."""
    with Session(tmp_path_factory.mktemp("shelf") / "library.db") as opened:
        yield opened


@pytest.fixture(autouse=True, scope="module")
def bombs() -> None:
    """Made before anybody waits for them."""
    bomb(1)
    bomb(2)


def held(session: Session) -> dict[str, int]:
    """Rows of every table of the library."""
    import sqlite3

    with sqlite3.connect(f"file:{session.library_path}?mode=ro", uri=True) as library:
        names = [row[0] for row in library.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")]
        counts = {name: library.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
    library.close()
    return counts


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short waits for whoever does not say how long."""
    quick = partial(Limits, deadline=DEADLINE, connect=1.0, read=0.5, backoff=0.01, attempts=2, size=4_000_000)
    for place in ("reader.capture.Limits", "reader.capture.pipeline.Limits"):
        monkeypatch.setattr(place, quick)


@pytest.mark.parametrize("path", FAILS)
def test_what_fails_says_why_in_time_and_writes_nothing(server, shelf, short, path) -> None:
    before, started = held(shelf), time.monotonic()
    outcome = shelf.capturing.add(server.url(path))
    assert time.monotonic() - started < DEADLINE + 2
    assert outcome.status is AddStatus.FAILED
    assert isinstance(outcome.error, CaptureError)
    assert outcome.error.code == FAILS[path]
    told(outcome.error)
    assert held(shelf) == before


@pytest.mark.parametrize("path", SAVES)
def test_what_can_be_read_is_saved(server, shelf, short, path) -> None:
    outcome = shelf.capturing.add(server.url(path), images=False)
    assert outcome.error is None
    assert outcome.title == SAVES[path]
    assert "青禾县" in shelf.reading.content(outcome.id).text


@pytest.mark.parametrize("name", sorted(file.stem for file in (Path(__file__).parent / "corpus").glob("*.html")))
def test_ordinary_pages_are_saved(server, shelf, short, name) -> None:
    assert shelf.capturing.add(server.url(f"corpus?{name}"), images=False).error is None


def test_real_pages_are_saved(server, shelf, short, shared) -> None:
    server.folder = shared / "corpus" / "extraction"
    failed = {}
    for file in sorted(server.folder.glob("*.html")):
        outcome = shelf.capturing.add(server.url(f"corpus?{file.stem}"), images=False)
        if outcome.error is not None:
            failed[file.stem] = outcome.error
    assert not failed


# ---- into private networks


def only_second(address: str) -> bool:
    """127.0.0.1 plays the public internet here."""
    return address != "127.0.0.1"


@pytest.mark.parametrize("by", [TO, "refresh-to?where="])
@pytest.mark.parametrize("target", INWARD)
def test_a_public_page_leads_into_no_private_network(server, parser, limits, by, target) -> None:
    public = Limits(deadline=DEADLINE, connect=1.0, read=0.5, attempts=1, private=only_second)
    port = server.server_address[1]
    inward = target.replace("127.0.0.2/", f"127.0.0.2:{port}/page").replace("localhost/", f"localhost:{port}/page")
    with pytest.raises(CaptureError) as caught:
        capture(server.url(by + quote(inward)), parser=parser, limits=public)
    assert caught.value.code == "private_address"
    told(caught.value)
    assert len(server.seen) == 1


def test_a_name_that_changes_its_address_is_seen_by_whom_it_reaches(server, parser, monkeypatch) -> None:
    """DNS rebinding: the name is public when it is looked up first, private when the redirection follows it."""
    answers, ask = iter(("127.0.0.1", "127.0.0.2", "127.0.0.2")), socket.getaddrinfo
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *rest, **more: ask(next(answers) if "rebind" in str(host) else host, *rest, **more))
    public = Limits(deadline=DEADLINE, connect=1.0, read=0.5, attempts=1, private=only_second)
    port = server.server_address[1]
    with pytest.raises(CaptureError) as caught:
        capture(f"http://rebind.example:{port}/to?where=" + quote(f"http://rebind.example:{port}/page?2"), parser=parser, limits=public)
    assert caught.value.code == "private_address"
    assert [path.split("?")[0] for path, _ in server.seen] == ["/to"]


def test_user_and_password_in_a_link_are_neither_sent_nor_kept(server, shelf, short) -> None:
    port = server.server_address[1]
    link = f"http://www.yunling.example:secret@127.0.0.1:{port}/to?where=" + quote(f"http://x:hidden@127.0.0.1:{port}/page?u")
    outcome = shelf.capturing.add(link, images=False)
    assert outcome.error is None
    assert not [headers for _, headers in server.seen if "Authorization" in headers]
    kept = shelf.reading.fetched(outcome.id)
    assert "secret" not in f"{kept.headers}{shelf.reading.article(outcome.id).metadata}"
    assert kept.url == server.url("page?u")


# ---- time and memory


@pytest.mark.parametrize("path", ["drip", "drip-head", "silent", "refresh-drip", "much-later"])
def test_cancelling_ends_it_within_half_a_second(server, shelf, path) -> None:
    cancel, before = threading.Event(), held(shelf)
    threading.Timer(0.4, cancel.set).start()
    patient = Limits(deadline=7200, read=60, attempts=5)
    with pytest.raises(CancelledError):
        started = time.monotonic()
        capture(server.url(path), cancel=cancel, limits=patient)
    assert time.monotonic() - started < 0.9
    assert held(shelf) == before


@pytest.mark.skipif(sys.platform == "win32", reason="the system says there how much a process held in another way")
@pytest.mark.parametrize("path", ["large-bomb", "double-gzip", "endless"])
def test_a_bomb_takes_little_memory(server, path) -> None:
    script = """
        import resource, sys
        from reader.capture.fetch import fetch
        fetch(sys.argv[1] + "page")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        try:
            fetch(sys.argv[1] + sys.argv[2])
        except Exception as error:
            print(error.code)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), server.url(""), path], capture_output=True, text=True, env=dict(os.environ), timeout=60, check=True
    )
    code, grown = done.stdout.split()
    assert code == "too_large"
    assert int(grown) < 60_000, "KB: the limit of 30 MB, and what is in hand"


# ---- TLS


@pytest.fixture(scope="module")
def authority():
    """Who signs certificates here; nobody trusts it unless told to."""
    import trustme

    return trustme.CA()


@pytest.fixture
def secure(server, authority):
    """The same server behind TLS, by the name of its certificate: `secure("127.0.0.1")` gives its port."""
    import ssl

    from .conftest import Handler, Hostile

    running = []

    def start(name: str) -> Hostile:
        made = Hostile()
        made.seen = server.seen
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(name).configure_cert(context)
        made.socket = context.wrap_socket(made.socket, server_side=True, do_handshake_on_connect=False)
        assert made.RequestHandlerClass is Handler
        threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        running.append(made)
        return made

    yield start
    for made in running:
        made.closing.set()
        made.shutdown()
        made.server_close()


def https(made, path: str) -> str:
    return made.url(path).replace("http:", "https:")


@pytest.fixture
def trusted(authority, tmp_path, monkeypatch):
    """The authority is trusted in this test."""
    path = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(path)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(path))


def test_a_certificate_that_nobody_vouches_for(server, shelf, short, secure) -> None:
    before = held(shelf)
    outcome = shelf.capturing.add(https(secure("127.0.0.1"), "page"))
    assert outcome.error is not None and outcome.error.code == "fetch_tls"
    told(outcome.error)
    assert server.seen == [], "neither asked unchecked nor again without TLS"
    assert held(shelf) == before


def test_a_certificate_for_another_name(server, shelf, short, secure, trusted) -> None:
    outcome = shelf.capturing.add(https(secure("www.qinghe.example"), "page"))
    assert outcome.error is not None and outcome.error.code == "fetch_tls"
    assert server.seen == []


def test_a_secure_page_that_leads_to_an_open_one_says_where_it_was_found(server, shelf, short, secure, trusted) -> None:
    open_page = server.url("page?open")
    outcome = shelf.capturing.add(https(secure("127.0.0.1"), TO + quote(open_page)), images=False)
    assert outcome.error is None
    assert shelf.reading.fetched(outcome.id).url == open_page
