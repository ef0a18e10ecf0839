"""Every sentence that both faces or a document need, in the user's language.

The catalogues are flat JSON files, `resources/messages/<language>/<topic>.json`; a key is looked up in the chosen
language, then in English. Places are filled by `str.format` with plain names only.
"""

import json
import locale
import os
from functools import cache
from string import Formatter

from reader import paths
from reader.model.errors import ReaderError

LANGUAGES = ("en", "zh_CN")


class _Filler(Formatter):
    """Fills {name}; a missing value shows as nothing, and attributes or items are never followed."""

    def get_field(self, field_name: str, args: object, kwargs: object) -> tuple[object, str]:
        values = kwargs if isinstance(kwargs, dict) else {}
        value = values.get(field_name, "")
        return ("" if value is None else value), field_name


@cache
def _catalogue(language: str) -> dict[str, str]:
    merged: dict[str, str] = {}
    for file in sorted((paths.resources() / "messages" / language).glob("*.json")):
        merged |= json.loads(file.read_text(encoding="utf-8"))
    return merged


def system_language() -> str:
    """"zh_CN" when the user's locale is Chinese, else "en"."""
    name = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    if not name:
        name = locale.getlocale()[0] or ""
    return "zh_CN" if name.lower().startswith(("zh", "chinese")) else "en"


class Messages:
    """Speaks one language: `say("error.not_found", id="12ab")`."""

    def __init__(self, language: str | None = None) -> None:
        self.language = language if language in LANGUAGES else system_language()

    def __call__(self, key: str, **data: object) -> str:
        """The sentence of `key` with its places filled; the key itself when no catalogue has it."""
        sentence = _catalogue(self.language).get(key) or _catalogue("en").get(key) or key
        return _Filler().vformat(sentence, (), data)

    def has(self, key: str) -> bool:
        """Whether the chosen language has a sentence for `key`."""
        return key in _catalogue(self.language)

    def error(self, error: Exception) -> str:
        """What to tell the user about an error: what is wrong and what to do."""
        if isinstance(error, ReaderError):
            return self(f"error.{error.code}", **error.data)
        return self("error.unexpected", detail=f"{type(error).__name__}: {error}")
