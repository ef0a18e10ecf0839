"""Web addresses as keys: two writings of one address are one."""

from urllib.parse import urlsplit, urlunsplit

_DEFAULT_PORTS = {"http": "80", "https": "443"}


def is_web(source: str) -> bool:
    """Whether a source looks like a web link (http or https)."""
    return source.strip().lower().startswith(("http://", "https://"))


def normalise(url: str) -> str:
    """Scheme and host in lower case, no fragment, no default port, "/" for an empty path (RFC 3986, 6.2.2 and 6.2.3).

    What cannot be parsed comes back stripped of surrounding white space only.
    """
    url = url.strip()
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or ""), parts.port
    except ValueError:
        return url
    if not parts.scheme or not host:
        return url
    netloc = f"[{host}]" if ":" in host else host
    if parts.username is not None:
        netloc = parts.netloc.rpartition("@")[0] + "@" + netloc
    if port is not None and str(port) != _DEFAULT_PORTS.get(parts.scheme.lower()):
        netloc += f":{port}"
    return urlunsplit((parts.scheme.lower(), netloc, parts.path or "/", parts.query, ""))


def site_of(url: str) -> str | None:
    """The host name without "www.", or None."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
