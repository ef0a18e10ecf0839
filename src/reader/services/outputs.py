"""Every kind of file in which a paper, or the marks it is made of, can leave: one list for the window."""

import threading
from collections.abc import Sequence
from pathlib import Path

from reader import paths
from reader.export import DEFAULT_PROFILE
from reader.export.markdown import PROFILES, is_own_file
from reader.model.progress import Progress
from reader.services.exporting import EXTENSIONS, Exported, Exporting, Options
from reader.services.interchange import WRITTEN, Interchange
from reader.text.filenames import safe_filename

OWN = "own/"
"""Before the file name of one of the reader's own templates."""

_PROFILES = {profile: "md" for profile in PROFILES if profile != DEFAULT_PROFILE}


class Outputs:
    """Formats by a key: those of papers ("docx"), the other profiles of Markdown ("logseq"), those of other programs
    ("jsonld"), and the reader's own templates ("own/卡片.md"). Any thread."""

    def __init__(self, exporting: Exporting, interchange: Interchange) -> None:
        self._exporting, self._interchange = exporting, interchange

    def extensions(self) -> dict[str, str]:
        """Every key there is now, and how the names of its files end."""
        own = {OWN + each.path.name: each.format for each in self._exporting.own_templates.list()}
        return {**EXTENSIONS, **_PROFILES, **WRITTEN, **own}

    def target(self, folder: Path, title: str, key: str) -> Path:
        """Where a paper with this title goes if nobody says: a name in `folder` that no file has. A Markdown file of
        ours is brought up to date instead."""
        path = folder / safe_filename(title, self.extensions()[key])
        profile = DEFAULT_PROFILE if key == "md" else key
        if profile not in PROFILES:
            return paths.free(path)
        return paths.free(path, lambda each: each.exists() and not is_own_file(each, profile))

    def export(
        self,
        ids: Sequence[str],
        key: str,
        path: Path,
        options: Options,
        *,
        template: str = "study",
        progress: Progress | None = None,
        cancel: threading.Event | None = None,
    ) -> Exported:
        """Write the file. Raises ExportError, CancelledError as `Exporting.export` and `Interchange.export` do."""
        if key in WRITTEN:
            return self._interchange.export(
                ids, key, path, kinds=options.kinds or (), tags=options.tags, creators=options.creators
            )
        own = self._exporting.own_templates.find(key.removeprefix(OWN)) if key.startswith(OWN) else None
        return self._exporting.export(
            ids,
            own.format if own else "md" if key in _PROFILES else key,
            path,
            options,
            template=template,
            profile=key if key in _PROFILES else DEFAULT_PROFILE,
            own=own,
            progress=progress,
            cancel=cancel,
        )
