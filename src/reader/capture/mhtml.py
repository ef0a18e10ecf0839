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
    url = _address(message["Snapshot-Content-Location"])
    page: email.message.Message | None = None
    pictures: dict[str, bytes] = {}
    for part in message.walk():
        kind = part.get_content_type()
        if kind in ("text/html", "application/xhtml+xml") and page is None:
            page = part
            url = url or _address(part["Content-Location"])
        elif kind.startswith("image/"):
            content = _bytes(part)
            for name in (part["Content-Location"], _content_id(part["Content-ID"])):
                if name and content:
                    pictures.setdefault(str(name).strip(), content)
    content = _bytes(page) if page is not None else b""
    if page is None or not content:
        raise CaptureError("document_damaged", format="MHTML")
    return WebArchive(content, str(page["Content-Type"] or "text/html"), url, pictures)


def _bytes(part: email.message.Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _address(value: object) -> str | None:
    address = str(value or "").strip()
    return address if scheme_of(address) in ("http", "https") else None


def _content_id(value: object) -> str | None:
    return f"cid:{str(value).strip().strip('<>')}" if value else None
