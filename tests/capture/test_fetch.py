"""What a download does when the other side misbehaves."""

import threading
import time
from dataclasses import replace

import pytest

from reader.capture import Limits
from reader.capture.fetch import fetch
from reader.model.errors import CancelledError, CaptureError

REFUSED = {
    "status/401": "fetch_forbidden",
    "status/403": "fetch_forbidden",
    "status/404": "fetch_not_found",
    "status/410": "fetch_not_found",
    "status/418": "fetch_status",
    "status/429": "fetch_busy",
    "status/500": "fetch_server",
    "status/503": "fetch_server",
    "loop": "fetch_redirects",
    "to-file": "fetch_redirect_refused",
    "silent": "fetch_silent",
    "not-gzip": "fetch_garbled",
    "cut": "fetch_cut_off",
    "hang-up": "fetch_connection",
    "many-headers": "fetch_connection",
    "long-header": "fetch_connection",
    "odd-redirect": "invalid_link",
    "much-later": "fetch_busy",
}


@pytest.mark.parametrize("path", REFUSED)
def test_says_what_went_wrong(server, limits, path):
    with pytest.raises(CaptureError) as caught:
        fetch(server.url(path), limits)
    assert caught.value.code == REFUSED[path]
    assert caught.value.data["url"] in (server.url(path), "http://[::1")


@pytest.mark.parametrize("path", ["drip", "drip-head"])
def test_a_slow_drip_does_not_outlast_the_deadline(server, limits, path):
    start = time.monotonic()
    with pytest.raises(CaptureError) as caught:
        fetch(server.url(path), replace(limits, deadline=0.7))
    assert caught.value.code == "fetch_timeout"
    assert time.monotonic() - start < 1.5


@pytest.mark.parametrize("path", ["endless", "bomb"])
def test_stops_at_the_limit_of_size(server, limits, path):
    with pytest.raises(CaptureError) as caught:
        fetch(server.url(path), replace(limits, size=2 * 1024 * 1024))
    assert caught.value.code == "too_large"
    assert caught.value.data["limit"] == 2


def test_cancelling_ends_it_at_once(server, limits):
    cancel = threading.Event()
    threading.Timer(0.2, cancel.set).start()
    start = time.monotonic()
    with pytest.raises(CancelledError):
        fetch(server.url("drip"), limits, cancel=cancel)
    assert time.monotonic() - start < 0.7


def test_tries_again_when_the_server_is_busy(server, limits):
    assert "青禾县" in fetch(server.url("flaky"), limits).data.decode()
    assert [path for path, _ in server.seen] == ["/flaky", "/flaky"]


def test_does_not_wait_longer_than_the_deadline_for_a_busy_server(server, limits):
    start = time.monotonic()
    with pytest.raises(CaptureError):
        fetch(server.url("much-later"), limits)
    assert time.monotonic() - start < 1
    assert len(server.seen) == 1


def test_follows_redirects_and_says_where_it_ended(server, limits):
    found = fetch(server.url("hop"), limits)
    assert found.url == server.url("page")


def test_nobody_listening(limits):
    with pytest.raises(CaptureError) as caught:
        fetch("http://127.0.0.1:1/", limits)
    assert caught.value.code == "fetch_connection"


def test_host_not_found(limits, monkeypatch):
    monkeypatch.setenv("NO_PROXY", "*")
    with pytest.raises(CaptureError) as caught:
        fetch("http://no-such-host.invalid/", limits)
    assert caught.value.code in ("fetch_host", "fetch_timeout")


def test_plain_http_behind_an_https_link_is_a_matter_of_security(server, limits):
    with pytest.raises(CaptureError) as caught:
        fetch(server.url("page").replace("http:", "https:"), limits)
    assert caught.value.code == "fetch_tls"


def test_cookies_are_not_kept(server, limits):
    names = {name.lower() for name, _ in fetch(server.url("cookie"), limits).headers}
    assert "x-kept" in names
    assert "set-cookie" not in names


def test_reports_progress_in_bytes(server, limits):
    seen: list[tuple[int, int]] = []
    data = fetch(server.url("page"), limits, progress=lambda done, total: seen.append((done, total))).data
    assert seen[-1] == (len(data), len(data))


def test_the_limits_of_users():
    assert (Limits().deadline, Limits().size) == (30, 30 * 1024 * 1024)
