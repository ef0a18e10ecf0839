"""Which images may be shown: decided in the worker process, by decoding them with Pillow."""

import io
from collections.abc import Iterable, Mapping
from typing import Any

from reader.model.errors import CaptureError

FORMATS = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "WEBP": "image/webp", "BMP": "image/bmp"}
"""What Pillow calls it → media type; SVG above all is refused (it hangs renderers and names local files)."""
SIZE_LIMIT = 10 * 1024 * 1024
COUNT_LIMIT = 100
TOTAL_LIMIT = 80 * 1024 * 1024
"""Bytes of one image, images of an article, and bytes of all of them."""
PIXEL_LIMIT = 40_000_000
SIDE_LIMIT = 30_000


def check_image(data: bytes) -> dict[str, Any]:
    """Media type, width and height of an image that may be shown; runs in the worker process.

    Raises CaptureError bad_image: another format, too large, or it does not decode.
    """
    import warnings

    from PIL import Image

    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data), formats=tuple(FORMATS)) as image:
            warnings.simplefilter("ignore")
            width, height, form = image.width, image.height, image.format or ""
            if width * height > PIXEL_LIMIT or max(width, height) > SIDE_LIMIT:
                raise CaptureError("bad_image")
            image.load()
    except CaptureError:
        raise
    except Exception as error:
        # Pillow's plugins raise whatever comes (struct.error, SyntaxError, …) on damaged files.
        raise CaptureError("bad_image") from error
    return {"media_type": FORMATS[form], "width": width, "height": height}


def within_limits(addresses: Iterable[str], pictures: Mapping[str, bytes]) -> dict[str, bytes]:
    """Of the pictures that came in a document, those at these addresses, as many as an article may have."""
    kept: dict[str, bytes] = {}
    total = 0
    for address in addresses:
        data = pictures.get(address)
        if not data or len(data) > SIZE_LIMIT:
            continue
        total += len(data)
        if total > TOTAL_LIMIT or len(kept) == COUNT_LIMIT:
            break
        kept[address] = data
    return kept
