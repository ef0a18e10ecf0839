"""Files in the folder of a saved page."""

from pathlib import Path
from urllib.parse import unquote


def read_beside(folder: Path | None, address: str, limit: int) -> bytes | None:
    """A file in the folder of a saved page or below it, by its relative address; None when it is missing, larger than
    `limit` bytes, or leads out of that folder, by a link too."""
    if folder is None or address.startswith(("/", "\\")):
        return None
    try:
        home = folder.resolve()
        path = (home / unquote(address.split("?")[0].split("#")[0])).resolve()
        if not path.is_relative_to(home) or not path.is_file() or path.stat().st_size > limit:
            return None
        return path.read_bytes()
    except (OSError, ValueError, RuntimeError):
        return None
