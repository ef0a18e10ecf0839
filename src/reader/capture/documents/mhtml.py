"""Web archives (MHTML, RFC 2557): the page with its pictures, as browsers save it in one file."""

import email
import email.message
import email.policy
from typing import NamedTuple

from reader.capture.addresses import scheme_of
from reader.model.errors import CaptureError


class WebArchive(NamedTuple):
    """The page in bytes, its media type with the charset, its address, and pictures by the address the page names."""

    data: bytes
    media_type: str
    url: str | None
    pictures: dict[str, bytes]


def read_mhtml(data: bytes) -> WebArchive:
    """Take an archive apart; raises CaptureError document_damaged when it holds no page."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    page: email.message.Message | None = None
    pictures: dict[str, bytes] = {}
    for part in message.walk():
        kind = part.get_content_type()
        if kind in ("text/html", "application/xhtml+xml") and page is None:
            page = part
        elif kind.startswith("image/"):
            content = _bytes(part)
            for name in (_said(part, "Content-Location"), _content_id(part["Content-ID"])):
                if name and content:
                    pictures.setdefault(name, content)
    content = _bytes(page) if page is not None else b""
    if page is None or not content:
        raise CaptureError("document_damaged", format="MHTML")
    place = _said(page, "Content-Location")
    url = _address(_said(message, "Snapshot-Content-Location")) or _address(place)
    return WebArchive(content, _said(page, "Content-Type") or "text/html", url, pictures | _beside(place, pictures))


def _beside(place: str, pictures: dict[str, bytes]) -> dict[str, bytes]:
    """Pictures by the name relative to the page: Word and WPS give places on a disk that no address is made from."""
    folder = place.rpartition("/")[0] + "/"
    return {name.removeprefix(folder): each for name, each in pictures.items() if name.startswith(folder)}


def _said(part: email.message.Message, name: str) -> str:
    """A header on one line; Chinese names in it may be written as raw bytes."""
    return "".join(str(part[name] or "").split("\n")).strip()


def _bytes(part: email.message.Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _address(address: str) -> str | None:
    return address if scheme_of(address) in ("http", "https") else None


def _content_id(value: object) -> str:
    return f"cid:{str(value).strip().strip('<>')}" if value else ""
