"""What may not stand in any document: characters that break a format or turn its text around."""

import dataclasses
import re
from typing import Any, TypeVar

# Illegal in XML 1.0 (C0 controls, surrogates, U+FFFE/F), invisible controls (C1), Qt's object marker and frame marks,
# and the bidirectional overrides, which can make a reader see another text than the one that is there.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0\ufdd1\ufeff\ufff9-\ufffc\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
_BREAKS = re.compile("\r\n|[\r\x85\u2028\u2029]")

_T = TypeVar("_T")


def printable(text: str) -> str:
    """`text` without what no document may hold; every kind of line break becomes a newline."""
    return _UNWANTED.sub("", _BREAKS.sub("\n", text))


def cleaned(value: _T) -> _T:
    """A copy of a summary (or any part of it) in which every string is printable."""
    return _cleaned(value)  # type: ignore[no-any-return]


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        # An enum is a str too, and none of its values needs cleaning.
        return printable(value) if type(value) is str else value
    if isinstance(value, tuple):
        parts = [_cleaned(part) for part in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changes = {each.name: _cleaned(getattr(value, each.name)) for each in dataclasses.fields(value)}
        return dataclasses.replace(value, **changes)
    return value
