"""Which addresses may be asked: schemes, and networks that a public page must not lead into."""

import ipaddress
import re
from collections.abc import Callable
from urllib.parse import quote, urlsplit, urlunsplit

from reader.model.errors import CaptureError

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]+):")
"""Two characters at least: "C:\\report.html" is a file."""
# What ipaddress.is_global does not know or calls global: NAT64, 6to4, multicast.
_EXTRA = tuple(ipaddress.ip_network(name) for name in ("64:ff9b::/96", "2002::/16", "224.0.0.0/4", "ff00::/8"))


def scheme_of(source: str) -> str | None:
    """The scheme of a link in lower case; None when it is no link."""
    match = _SCHEME.match(source.strip())
    return match[1].lower() if match else None


def web_address(source: str) -> str:
    """A link as it is sent: without user and password, fragment and stray blanks, other characters quoted.

    Raises CaptureError: unsupported_link (not http or https), invalid_link.
    """
    source = source.strip()
    if scheme_of(source) not in ("http", "https"):
        raise CaptureError("unsupported_link", url=source[:200], scheme=scheme_of(source))
    try:
        parts = urlsplit(source)
        host, port = parts.hostname or "", parts.port
        encoded = host if ":" in host or not host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise CaptureError("invalid_link", url=source[:200]) from error
    if not host or re.search(r"[\s\\<>\"%^`{|}\x00-\x1f]", host) or len(source) > 8000:
        raise CaptureError("invalid_link", url=source[:200])
    name = f"[{encoded}]" if ":" in encoded else encoded
    place = f"{name}:{port}" if port else name
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]|")
    return urlunsplit((parts.scheme.lower(), place, path, query, ""))


def is_private(address: str) -> bool:
    """Whether an IP address (text) is not of the public internet; True for what is no IP address."""
    try:
        ip = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return True
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    return not ip.is_global or any(ip in network for network in _EXTRA if network.version == ip.version)


def names_private_host(url: str, private: Callable[[str], bool] = is_private) -> bool:
    """Whether an address says by itself that it is private: before connecting, and behind a proxy, where the peer is
    the proxy. `private` judges IP addresses."""
    host = (urlsplit(url).hostname or "").rstrip(".").lower()
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal", ".lan")) or "." not in host
    return private(host)


def site_of(url: str | None) -> str | None:
    """Host name without "www.", or None."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
