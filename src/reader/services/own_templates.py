"""The reader's own templates for Markdown and HTML: a folder of them, and a process that renders one."""

import json
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from reader import paths, processes
from reader.export.own import FORMATS, LONGEST_TEMPLATE, as_data
from reader.model.errors import CancelledError, ExportError
from reader.model.summary import Summary

TIME_LIMIT = 10.0
"""Seconds; a paper over a thousand annotations takes less than one."""


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """A template that somebody wrote."""

    name: str
    """Of its file, without the ending."""
    path: Path
    format: str
    """"md" or "html", as its file ends."""


class OwnTemplates:
    """What lies in the folder of templates. Any thread."""

    def __init__(self, folder: Path | None = None, time_limit: float = TIME_LIMIT) -> None:
        self.folder = folder or paths.templates_folder()
        self._time_limit = time_limit

    def list(self) -> "list[OwnTemplate]":
        """All templates of the folder, by name; none where there is no folder."""
        try:
            files = [path for path in self.folder.iterdir() if not path.name.startswith(".") and path.is_file()]
        except OSError:
            return []
        found = [_template(path) for path in sorted(files, key=lambda path: path.name.casefold())]
        return [template for template in found if template]

    def prepare(self) -> Path:
        """The folder, made if it is missing, with the examples of the program in it. Raises ExportError."""
        try:
            if not self.folder.is_dir():
                self.folder.mkdir(parents=True)
                for example in sorted((paths.resources() / "templates").iterdir()):
                    (self.folder / example.name).write_bytes(example.read_bytes())
        except OSError as error:
            raise ExportError("export_failed", path=str(self.folder), reason=error.strerror or str(error)) from error
        return self.folder

    def find(self, name: str) -> OwnTemplate:
        """The template of the folder with this name (with or without its ending), else the file of this path.

        ExportError own_template_missing, own_template_format.
        """
        known = self.list()
        for template in known:
            if name in (template.name, template.path.name):
                return template
        path = Path(name).expanduser()
        if not path.is_file():
            names = ", ".join(template.path.name for template in known) or "–"
            raise ExportError("own_template_missing", name=name, folder=str(self.folder), names=names)
        found = _template(path)
        if found is None:
            raise ExportError("own_template_format", name=path.name, formats=", ".join(f".{each}" for each in FORMATS))
        return found

    def render(self, template: OwnTemplate, summary: Summary, cancel: threading.Event | None = None) -> str:
        """What the template makes of a paper.

        ExportError own_template_unreadable, own_template_limit and those of `export.own.render`; CancelledError.
        """
        request = {"source": _read(template.path), "format": template.format, "paper": as_data(summary)}
        process = processes.start("reader.export.own")
        try:
            output = self._output(process, json.dumps(request).encode("ascii"), cancel)
        finally:
            processes.end(process)
        try:
            answer = json.loads(output)
        except ValueError as error:  # it was ended by a limit
            raise ExportError("own_template_limit", name=template.path.name) from error
        if "error" in answer:
            raise ExportError(answer["error"], **{"name": template.path.name, **answer["data"]})
        return str(answer["ok"])

    def _output(
        self, process: "subprocess.Popen[bytes]", request: bytes, cancel: threading.Event | None
    ) -> bytes:
        end = time.monotonic() + self._time_limit
        given: bytes | None = request
        while True:
            try:
                return process.communicate(given, timeout=0.05)[0]
            except subprocess.TimeoutExpired:
                given = None  # `communicate` goes on with what it was given first
            if cancel is not None and cancel.is_set():
                raise CancelledError
            if time.monotonic() >= end:
                return b""


def _template(path: Path) -> OwnTemplate | None:
    format = path.suffix.lower().removeprefix(".")
    return OwnTemplate(path.stem, path, format) if format in FORMATS else None


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            # UTF-8 has up to four bytes a character; what is longer is refused by its length.
            return file.read(4 * LONGEST_TEMPLATE + 1).decode()
    except OSError as error:
        raise ExportError("own_template_unreadable", name=path.name, reason=error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise ExportError("own_template_encoding", name=path.name) from error
