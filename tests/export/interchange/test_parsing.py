"""Single values of foreign files."""

import uuid

import pytest

from reader.export.interchange.parsing import address, day, decoded, identifier, metadata, moment, names, offset


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2026-11-02T08:00:00Z", "2026-11-02T08:00:00Z"),
        ("2024-01-28T12:00:00.123456+08:00", "2024-01-28T04:00:00Z"),
        ("2026-03-02 08:00:00+00:00", "2026-03-02T08:00:00Z"),
        ("2022年09月01日 10:00:00", "2022-09-01T10:00:00Z"),
        ("2026/3/2 8:05", "2026-03-02T08:05:00Z"),
        ("2026-03-02", "2026-03-02T00:00:00Z"),
        ("2026-13-45", ""),
        ("0001-01-01T00:00:00+14:00", ""),
        ("yesterday", ""),
        (5, ""),
    ],
)
def test_moments(written: object, told: str) -> None:
    assert moment(written) == told


@pytest.mark.parametrize(
    ("written", "told"),
    [("2026-03-02", "2026-03-02"), ("2026/3/2/", "2026-03-02"), ("2026年3月2日", "2026-03-02"), ("2026-02-30", None),
     ("", None), (None, None), (20260302, None)],
)  # fmt: skip
def test_days(written: object, told: str | None) -> None:
    assert day(written) == told


def test_ids() -> None:
    own = uuid.UUID(int=5)
    assert identifier(str(own)) == identifier(own.urn) == identifier(own.hex.upper()) == own.hex
    assert identifier("abc") == identifier(" abc ") != identifier("abd") and len(identifier("")) == 32


@pytest.mark.parametrize(
    "foreign", ["javascript:alert(1)", "file:///home/x/a.html", "/home/x", "https://a b", "", 3, None]
)
def test_only_web_addresses_are_addresses(foreign: object) -> None:
    assert address(foreign) is None
    assert metadata(title="x", url=foreign).url is None


def test_numbers_and_names() -> None:
    assert [offset(value) for value in (0, "12", 10**11, -1, True, 1.0, "１", "-1", None)] == [0, 12, *[None] * 7]
    assert names(["a", " a ", "", None, "b\nc"]) == ("a", "b c") and names("x") == ("x",)


def test_charsets() -> None:
    for codec in ("utf-8", "utf-8-sig", "utf-16", "gb18030"):
        assert decoded("批注，𬭎".encode(codec)) == "批注，𬭎"
