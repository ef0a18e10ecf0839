"""The verbs of the command line, by name."""

from collections.abc import Callable

from reader.cli.articles import add, delete, edit, empty_trash, list_articles, show, trash, undelete
from reader.cli.attachments import attachments, fetch_images
from reader.cli.marks import annotate, annotations, edit_annotation
from reader.cli.papers import backup, check, cite, export, search
from reader.cli.reposts import resembling
from reader.cli.revising import reextract, rules
from reader.cli.run import Answer, Run
from reader.cli.versions import changes, refetch
from reader.cli.waiting import waiting

VERBS: dict[str, Callable[[Run], Answer]] = {
    "add": add,
    "reextract": reextract,
    "rules": rules,
    "refetch": refetch,
    "changes": changes,
    "list": list_articles,
    "show": show,
    "attachments": attachments,
    "fetch-images": fetch_images,
    "edit": edit,
    "delete": delete,
    "undelete": undelete,
    "trash": trash,
    "empty-trash": empty_trash,
    "annotate": annotate,
    "edit-annotation": edit_annotation,
    "annotations": annotations,
    "search": search,
    "resembling": resembling,
    "export": export,
    "cite": cite,
    "backup": backup,
    "waiting": waiting,
    "check": check,
}
"""The verbs that work on an open library; `extract` and `restore` do without one."""
