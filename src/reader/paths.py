"""Where things are: resources of the program, and the user's own folders."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import platformdirs

APPLICATION = "yandu-reader"


def resources() -> Path:
    """The folder of catalogues, translations and the sample report: in the wheel, else in the checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    # hatchling puts resources/ into the wheel; an editable install has only the checkout's own folder.
    return installed if installed.is_dir() else package.parent.parent / "resources"


def data_folder() -> Path:
    """Where the user's library lives unless they say otherwise."""
    return Path(platformdirs.user_data_dir(APPLICATION, appauthor=False))


def default_library() -> Path:
    """READER_LIBRARY, or library.db in the user's data folder."""
    named = os.environ.get("READER_LIBRARY")
    return Path(named).expanduser() if named else data_folder() / "library.db"


def templates_folder() -> Path:
    """Where the user's own templates for papers lie."""
    return data_folder() / "templates"


def settings_file() -> Path:
    """The JSON file of preferences and window geometry."""
    return Path(platformdirs.user_config_dir(APPLICATION, appauthor=False)) / "settings.json"


def log_folder() -> Path:
    """Where the program writes what went wrong."""
    return Path(platformdirs.user_log_dir(APPLICATION, appauthor=False))


def cache_folder() -> Path:
    """What can be made again at any time."""
    return Path(platformdirs.user_cache_dir(APPLICATION, appauthor=False))


def free(path: Path, is_taken: Callable[[Path], bool] = Path.exists) -> Path:
    """`path`, or with " (2)", " (3)" … before its ending when something is there that must stay."""
    found, number = path, 1
    while is_taken(found):
        number += 1
        found = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return found


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` beside `path`, flush it to disk and rename it: `path` is the old file or the new, never half.

    Raises OSError; the temporary file is then gone.
    """
    with written_atomically(path) as file:
        file.write(data)


@contextmanager
def written_atomically(path: Path) -> Iterator[BinaryIO]:
    """A file beside `path` to write into, which takes its place when the block ends without an error; as above."""
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}-", suffix=".tmp")
    try:
        with os.fdopen(handle, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes files that only their owner may read; a document is an ordinary file.
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
