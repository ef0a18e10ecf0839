"""Which address an image of a page really has: scripts put it in later, and until then it stands elsewhere."""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote_to_bytes

ADDRESSES = (
    "data-src", "data-original", "data-lazy-src", "data-lazyload", "data-lazy", "data-actualsrc", "data-echo", "_src",
    "original", "data-url", "data-original-src", "data-image", "data-img", "data-img-src", "data-load-src",
    "data-src-full16x9", "data-hi-res-src", "data-full", "data-normal", "lazy-src", "lazysrc", "lay-src", "lazyload",
    "loadsrc", "real_src", "real-src", "data-real-src", "data_ue_src", "oldsrc", "zoomfile", "file",
)  # fmt: skip
"""Attributes in which pages keep an image's address until it is scrolled to, the surest first."""
CANDIDATES = ("data-srcset", "data-lazy-srcset", "lazy-srcset", "srcset")
"""Attributes with several addresses, of different sizes."""
_WIDE_ENOUGH = 1600
"""Pixels; the smallest candidate of at least this width is taken, else the largest there is."""
_ADDRESS = re.compile(r"/|\.(?:png|jpe?g|gif|webp|bmp)\b", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"(?:^|[/_.-])(?:loading?|lazy(?:load)?|blank|placeholder|spacer|transparent|gr[ae]y|empty|pixel|1x1|default_?img)"
    r"[\w-]{0,12}\.(?:gif|png|jpe?g|webp|svg)(?:[?#]|$)",
    re.IGNORECASE,
)
_CANDIDATE = re.compile(r"([^\s,]\S*[^\s,]|[^\s,])(?:\s+([\d.]{1,8})([wx])\b[^,]*)?\s*(?:,|$)")
_LONGEST = 4000
"""Characters of a list of candidates that are looked at: the search may take quadratic time."""
_UNREAD = re.compile(r"svg|avif|tiff|heic|jxl", re.IGNORECASE)
_INLINE = re.compile(r"data:image/(?:png|jpe?g|gif|webp|bmp)((?:;[\w=.-]+)*),", re.IGNORECASE)
_SMALLEST_INLINE = 1500
"""Bytes of an image inside the page; what is smaller stands for one that is still to come."""
_SIZE_IN_NAME = re.compile(r"[_.\-]w?(\d{1,4})[_x*]h?(\d{1,4})\.(?:png|gif|jpe?g)$")
_SMALLEST = 24
_ICON = re.compile(
    r"filetypeimages/|/(?:ico|icons?)/[^/]*$|/(?:icon|ico|new|hot)[_-]?[\w-]{0,12}\.(?:gif|png|ico|jpe?g)(?:\?|$)",
    re.IGNORECASE,
)
"""The small signs before links to files ("W", "PDF") and the blinking "new": no pictures of an article."""


def settle_images(root: Any) -> dict[str, bytes]:
    """Give every image below `root` its real address, and drop spacers; to be called while noscript still stands.

    Images that stand in the page itself (data: addresses) get a name, and their bytes are returned by it.
    """
    _take_from_noscript(root)
    inline: dict[str, bytes] = {}
    for image in list(root.iter("img")):
        if image.getparent() is None:
            continue
        if address := _address(image):
            image.set("src", address)
        if data := _inline_bytes(image.get("src") or ""):
            name = f"inline:{hashlib.sha256(data).hexdigest()[:32]}"
            inline[name] = data
            image.set("src", name)
        if _is_spacer(image):
            image.drop_tree()
    return inline


def _address(image: Any) -> str:
    """The first address that is no placeholder; "" leaves what stands in src."""
    source = (image.get("src") or "").strip()
    lazy = next((value for name in ADDRESSES if (value := _told(image, name))), "")
    # A page saved after its script has run keeps both; then src is what was shown.
    is_shown = "loaded" in f"{image.get('lazy') or ''} {image.get('class') or ''}"
    if source and not _is_placeholder(source) and (is_shown or not lazy):
        return source
    if lazy:
        return lazy
    own = (_best(image.get(name) or "") for name in CANDIDATES)
    return next((found for found in (*own, *_of_picture(image)) if found), source)


def _told(image: Any, name: str) -> str:
    value = (image.get(name) or "").strip()
    return value if _ADDRESS.search(value) and not _is_placeholder(value) else ""


def _is_placeholder(address: str) -> bool:
    if address.lower().startswith("data:"):
        return _inline_bytes(address) is None
    return not address or address in ("#", "about:blank") or bool(_PLACEHOLDER.search(address))


def _best(candidates: str) -> str:
    """Of "a.jpg 480w, b.jpg 2x": an address may hold commas, only one before a blank ends it (HTML, 4.8.4.2)."""
    sized: list[tuple[float, str]] = []
    for match in _CANDIDATE.finditer(candidates[:_LONGEST]):
        address, number, unit = match.groups()
        if address.lower().startswith("data:") or _is_placeholder(address):
            continue
        try:
            sized.append((float(number or 1) * (1 if unit == "w" else 800), address))
        except ValueError:
            continue
    wide = [each for each in sized if each[0] >= _WIDE_ENOUGH]
    chosen = min(wide, default=None) or max(sized, default=(0, ""))
    return chosen[1]


def _of_picture(image: Any) -> Iterator[str]:
    """Addresses of the sources around it. The parser knows no <source> and makes what follows its content."""
    picture = next(image.iterancestors("picture"), None)
    for source in picture.iter("source") if picture is not None else ():
        if not _UNREAD.search(source.get("type") or ""):
            for name in CANDIDATES:
                if found := _best(source.get(name) or ""):
                    yield found


def _take_from_noscript(root: Any) -> None:
    """What a page shows without scripts is the image that its script would put in: it is taken once, in one place."""
    for noscript in list(root.iter("noscript")):
        inside = [image for image in noscript.iter("img") if image.get("src")]
        parent = noscript.getparent()
        if len(inside) != 1 or parent is None or "".join(noscript.itertext()).strip():
            continue
        image, twin = inside[0], _twin(noscript)
        if twin is not None:
            if _is_placeholder(_address(twin)) and not _is_spacer(image):
                twin.set("src", image.get("src"))
                if not twin.get("alt"):
                    twin.set("alt", image.get("alt") or "")
            continue
        if not _is_spacer(image) and not _is_counter(image):
            image.tail = None
            noscript.addprevious(image)


def _twin(noscript: Any) -> Any:
    """The image right before or after it, which the script fills; None when there is none."""
    for near in (noscript.getprevious(), noscript.getnext()):
        if near is not None and isinstance(near.tag, str):
            if near.tag == "img":
                return near
            images = list(near.iter("img"))
            if len(images) == 1 and not "".join(near.itertext()).strip():
                return images[0]
    return None


def _is_counter(image: Any) -> bool:
    style = (image.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "position:absolute" in style or image.get("hidden") is not None


def _inline_bytes(address: str) -> bytes | None:
    """The image that a data: address holds, when it is large enough to be one."""
    match = _INLINE.match(address.lstrip()[:200])
    if match is None:
        return None
    body = address.lstrip()[match.end() :]
    try:
        data = unquote_to_bytes(body)
        data = base64.b64decode(data, validate=False) if ";base64" in match[1].lower() else data
    except (ValueError, binascii.Error):
        return None
    return data if len(data) >= _SMALLEST_INLINE else None


def _is_spacer(image: Any) -> bool:
    sizes = list(_sizes(image.get(name) for name in ("width", "height")))
    source = (image.get("src") or "").strip().lower()
    named = _SIZE_IN_NAME.search(source)
    sizes += [int(named[1]), int(named[2])] if named else []
    is_sign = bool(_ICON.search(source)) and not any(size >= 100 for size in sizes)
    return not source or source.startswith("data:") or is_sign or any(size < _SMALLEST for size in sizes)


def _sizes(values: Iterable[str | None]) -> Iterator[int]:
    for value in values:
        number = (value or "").strip().removesuffix("px")
        if number.isdecimal():
            yield int(number[:4])
