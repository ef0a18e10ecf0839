"""Pictures on paper: made fit for every writer, and how large they stand there."""

import io
import warnings
from typing import Any

from reader.export.gbt9704 import PAGE_HEIGHT, TEXT_WIDTH
from reader.model.summary import Picture

HIGHEST = PAGE_HEIGHT // 3
"""Twips."""
_TWIPS_A_PIXEL = 15
"""At 96 pixels an inch, as browsers show them."""
_DOTS_AN_INCH = 300
"""More cannot be seen in print."""
_PIXEL_LIMIT = 40_000_000
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP")


def fit_picture(data: bytes, caption: str, alt: str) -> Picture | None:
    """A stored image as PNG or JPEG, upright, in sRGB-like colours on white, no finer than print; of a moving one, the
    first frame. Nothing of the file's own notes (place, camera) is kept. None when it does not decode."""
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
            warnings.simplefilter("ignore")
            if opened.width * opened.height > _PIXEL_LIMIT:
                return None
            is_photo = opened.format == "JPEG" or (opened.format == "WEBP" and "A" not in opened.getbands())
            image = _plain(ImageOps.exif_transpose(opened))
    except Exception:  # noqa: BLE001  Pillow's plugins raise whatever comes on damaged files; the paper goes without it
        return None
    size = image.size
    width, height = _size(*size)
    image.thumbnail((_dots(width), _dots(height)), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    if is_photo:
        image.save(out, "JPEG", quality=90)
    else:
        image.save(out, "PNG", optimize=False)
    media_type = "image/jpeg" if is_photo else "image/png"
    return Picture(out.getvalue(), media_type, size[0], size[1], caption, alt)


def size_on_paper(picture: Picture) -> tuple[int, int]:
    """Width and height in twips: its own at 96 dpi, never more than the text's width and a third of the page."""
    return _size(picture.width, picture.height)


def file_name(picture: Picture) -> str:
    """A name made of its content, for a file beside a document."""
    import hashlib

    suffix = "jpg" if picture.media_type == "image/jpeg" else "png"
    return f"{hashlib.sha256(picture.data).hexdigest()[:16]}.{suffix}"


def _size(width: int, height: int) -> tuple[int, int]:
    scale = min(1.0, TEXT_WIDTH / (width * _TWIPS_A_PIXEL), HIGHEST / (height * _TWIPS_A_PIXEL))
    return max(1, int(width * _TWIPS_A_PIXEL * scale)), max(1, int(height * _TWIPS_A_PIXEL * scale))


def _dots(twips: int) -> int:
    return max(1, -(-twips * _DOTS_AN_INCH // 1440))


def _plain(image: Any) -> Any:
    """RGB or grey with eight bits a channel, on white."""
    from PIL import Image

    if image.mode.startswith("I"):
        # Sixteen bits of grey: Pillow would cut them off at 255.
        image = image.point(lambda value: value * (1 / 257)).convert("L")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(white, image).convert("RGB")
    return image if image.mode in ("L", "RGB") else image.convert("RGB")
