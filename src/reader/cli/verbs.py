"""The verbs of the command line, by name; imported when called, because `reader list` must answer at once."""

from collections.abc import Callable
from importlib import import_module

from reader.cli.run import Answer, Run

VERBS = {
    "add": ("articles", "add"),
    "reextract": ("revising", "reextract"),
    "rules": ("revising", "rules"),
    "refetch": ("versions", "refetch"),
    "changes": ("versions", "changes"),
    "list": ("articles", "list_articles"),
    "show": ("articles", "show"),
    "attachments": ("attachments", "attachments"),
    "fetch-images": ("attachments", "fetch_images"),
    "edit": ("articles", "edit"),
    "delete": ("articles", "delete"),
    "undelete": ("articles", "undelete"),
    "trash": ("articles", "trash"),
    "empty-trash": ("articles", "empty_trash"),
    "annotate": ("marks", "annotate"),
    "edit-annotation": ("marks", "edit_annotation"),
    "annotations": ("marks", "annotations"),
    "digest": ("digests", "digest"),
    "correct": ("corrections", "correct"),
    "corrections": ("corrections", "corrections"),
    "terms": ("findings", "terms"),
    "figures": ("findings", "figures"),
    "contrast": ("contrasts", "contrast"),
    "search": ("papers", "search"),
    "verify": ("verification", "verify"),
    "resembling": ("reposts", "resembling"),
    "export": ("papers", "export"),
    "import": ("importing", "import_file"),
    "cite": ("papers", "cite"),
    "export-library": ("moving", "export_library"),
    "backup": ("papers", "backup"),
    "waiting": ("waiting", "waiting"),
    "check": ("papers", "check"),
}
"""Verb → module of this package, and function, of those that work on an open library; `extract`, `restore`
and `digest` of what is no article do without one."""


def function_of(verb: str) -> Callable[[Run], Answer]:
    """What does the work of a verb."""
    module, name = VERBS[verb]
    function: Callable[[Run], Answer] = getattr(import_module(f"reader.cli.{module}"), name)
    return function
