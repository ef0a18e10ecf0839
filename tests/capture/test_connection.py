"""Connections that can be cut, and whom they may reach."""

import socket
import threading
import time
from dataclasses import replace

import pytest

from reader.capture.connection import Line
from reader.capture.fetch import fetch
from reader.model.errors import CaptureError


def test_the_connection_of_a_drip_is_really_cut(server, limits):
    with pytest.raises(CaptureError):
        fetch(server.url("drip"), replace(limits, deadline=0.4))
    deadline = time.monotonic() + 2
    while any(each.name == "fetch" for each in threading.enumerate()) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not any(each.name == "fetch" for each in threading.enumerate())


def test_the_body_of_a_redirect_is_not_read(server, limits):
    assert fetch(server.url("endless-redirect"), limits).url == server.url("page")


def test_an_address_that_a_person_types_may_be_private(server, limits):
    assert fetch(server.url("page"), limits).is_private


def test_a_public_page_does_not_lead_into_a_private_network(server, limits):
    def only_second_is_private(address: str) -> bool:
        return address == "127.0.0.2"

    with pytest.raises(CaptureError) as caught:
        fetch(server.url("to-private"), replace(limits, private=only_second_is_private))
    assert caught.value.code == "private_address"
    assert [path for path, _ in server.seen] == ["/to-private"]


def test_an_image_of_a_public_page_is_not_fetched_from_a_private_address(server, limits):
    with pytest.raises(CaptureError) as caught:
        fetch(server.url("image.png"), limits, public_only=True)
    assert caught.value.code == "private_address"
    assert server.seen == []


@pytest.mark.parametrize("host", ["localhost", "127.1", "2130706433", "0x7f000001", "[::ffff:127.0.0.1]", "0"])
def test_no_spelling_of_this_machine_passes_for_public(server, limits, host):
    with pytest.raises(CaptureError) as caught:
        fetch(f"http://{host}:{server.server_address[1]}/page", limits, public_only=True)
    assert caught.value.code in ("private_address", "fetch_host", "fetch_connection", "invalid_link")
    assert server.seen == []


def test_behind_a_proxy_the_name_decides(server, limits, monkeypatch):
    monkeypatch.setenv("http_proxy", server.url(""))
    monkeypatch.setenv("NO_PROXY", "")
    with pytest.raises(CaptureError) as caught:
        fetch("http://www.yunling.example/page", limits, public_only=True)
    assert caught.value.code == "fetch_not_found"
    assert [path for path, _ in server.seen] == ["http://www.yunling.example/page"]
    with pytest.raises(CaptureError) as caught:
        fetch("http://intranet/page", limits, public_only=True)
    assert caught.value.code == "private_address"


def pair() -> tuple[socket.socket, socket.socket]:
    """A connection to this machine and its other end."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        near = socket.create_connection(listening.getsockname())
        far, _ = listening.accept()
    return near, far


def test_a_cut_ends_a_read_that_waits_and_every_later_connection():
    near, far = pair()
    line = Line()
    line.connected(near, proxied=False)
    threading.Timer(0.05, line.cut).start()
    near.settimeout(2)
    assert near.recv(1) == b"", "the end of the stream"
    later, other = pair()
    line.connected(later, proxied=False)
    later.settimeout(2)
    assert later.recv(1) == b""
    line.close()
    for each in (near, far, later, other):
        each.close()


def test_closing_leaves_the_connection_to_its_owner():
    near, far = pair()
    line = Line()
    line.connected(near, proxied=False)
    line.close()
    far.sendall(b"x")
    assert near.recv(1) == b"x"
    near.close()
    far.close()
