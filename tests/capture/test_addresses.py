"""Links as they are sent, and networks that are not public."""

import pytest

from reader.capture.addresses import is_private, names_private_host, scheme_of, site_of, web_address


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        (" http://Example.com ", "http://example.com/"),
        ("HTTPS://user:secret@example.com/a#part", "https://example.com/a"),
        (
            "http://例子.测试/网格?问=一 二",
            "http://xn--fsqu00a.xn--0zwm56d/%E7%BD%91%E6%A0%BC?%E9%97%AE=%E4%B8%80%20%E4%BA%8C",
        ),
        ("http://example.com:8080/a%20b?x=%E4%B8%80&y=1|2", "http://example.com:8080/a%20b?x=%E4%B8%80&y=1|2"),
    ],
)
def test_links(typed, sent):
    assert web_address(typed) == sent
    assert web_address(sent) == sent


def test_a_drive_letter_is_no_scheme():
    assert scheme_of("C:\\报告.html") is None
    assert scheme_of("javascript:alert(1)") == "javascript"


PRIVATE = [
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "::1",
    "fe80::1",
    "fc00::1",
    "::ffff:127.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "ff02::1",
    "localhost",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_private(address):
    assert is_private(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "114.114.114.114", "2400:3200::1"])
def test_public(address):
    assert not is_private(address)


def test_names_that_are_private_behind_a_proxy():
    assert names_private_host("http://intranet/")
    assert names_private_host("http://printer.local/")
    assert names_private_host("http://192.168.0.1/")
    assert not names_private_host("http://www.yunling.example/")


def test_site():
    assert site_of("https://www.yunling.example:8443/a") == "yunling.example"
    assert site_of(None) is None
