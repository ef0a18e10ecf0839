"""Links that could not be fetched for want of a network and wait for it."""

from dataclasses import asdict, dataclass, fields
from typing import Any

from reader.model.errors import CaptureError


@dataclass(frozen=True, slots=True)
class AddOptions:
    """What the user said of a source when adding it; the names are those of `Capturing.add`."""

    url: str | None = None
    title: str | None = None
    source_name: str | None = None
    images: bool = True

    def as_json(self) -> dict[str, Any]:
        """Only what differs from saying nothing."""
        return {key: value for key, value in asdict(self).items() if value != getattr(AddOptions(), key)}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "AddOptions":
        """What `as_json` gave; what a later version wrote besides is left out."""
        known = {each.name for each in fields(cls)}
        return cls(**{key: each for key, each in value.items() if key in known})


@dataclass(frozen=True, slots=True)
class WaitingLink:
    """One link of the queue. Times are UTC, ISO 8601 with seconds: 2026-11-22T08:00:00Z."""

    id: int
    source: str
    options: AddOptions
    added: str
    tried: str
    """When it was tried last."""
    attempts: int
    """How often it was tried since a person asked for it, from 1."""
    error: CaptureError
    """Why it waits."""
