"""Web addresses as keys: two writings of one address are one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.addresses import is_web, normalise, site_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HTTP://Example.ORG", "http://example.org/"),
        ("http://example.org:80/a", "http://example.org/a"),
        ("https://example.org:443/a#top", "https://example.org/a"),
        (" https://example.org/a \n", "https://example.org/a"),
    ],
)
def test_the_same_address(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://example.org/a", "https://example.org/a"),
        ("http://example.org/a", "http://example.org/A"),
        ("http://example.org/?id=1", "http://example.org/?id=2"),
        ("http://example.org:8080/", "http://example.org/"),
        ("http://example.org/a", "http://example.org/a/"),
    ],
)
def test_not_the_same_address(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


@given(st.text())
def test_nothing_is_too_strange(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    site_of(text)


def test_sites_and_links() -> None:
    assert site_of("https://www.example.org/a") == "example.org"
    assert site_of("report.html") is None
    assert is_web(" HTTPS://example.org") and not is_web("ftp://example.org") and not is_web("/tmp/https://x")
