"""Own templates: a Jinja2 text that somebody wrote turns a summary into Markdown or HTML.

A template comes from anybody. It is rendered in Jinja2's immutable sandbox, which reaches no attribute of Python, no
file and no network, by a process of its own that `services.own_templates` starts: nothing in the sandbox stops
`'a' * 10**9` or four nested loops, a limit of memory and one of time do. What it puts out is escaped for its format
unless the template says `|safe`, and an HTML page begins with a policy under which no script runs and nothing is
fetched, whatever the template has in it.

It gets `paper`, the summary as plain data (`as_data`), and `words`, the few words of a paper in its language; filters
`md` (escaped for Markdown within an HTML template and the like) and `gbt` (half-width punctuation beside Chinese made
full-width). Reference: https://jinja.palletsprojects.com/en/stable/templates/
"""

import dataclasses
import json
import sys
from enum import Enum
from typing import Any

from reader import processes
from reader.export.clean import cleaned
from reader.export.markdown_text import escape
from reader.model.annotation import Kind
from reader.model.errors import ExportError
from reader.model.summary import Paragraph, Summary
from reader.text.punctuation import to_fullwidth

FORMATS = ("md", "html")
LONGEST_TEMPLATE = 1_000_000
"""Characters."""
LONGEST_RESULT = 50_000_000
"""Characters; a paper over a thousand annotations has one million."""
MEMORY_LIMIT = 1024**3
"""Bytes of address space, where the platform has such a limit."""

_POLICY = (
    "<!DOCTYPE html>\n"
    '<meta charset="utf-8">\n'
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; '
    "img-src data:; base-uri 'none'; form-action 'none'\">\n"
    '<meta name="referrer" content="no-referrer">\n'
)
"""Before everything: a parser puts it into the head, where alone it counts, and ignores what comes a second time."""


def as_data(summary: Summary) -> dict[str, Any]:
    """The summary as dicts, lists, strings and numbers, by the names of `model.summary`.

    Every item has its class in lower case as `type` ("paragraph", "quotation", "table", "numberedlist", "picture"), a
    paragraph its whole `text`, a mark the `seal` of its kind; pictures come without their bytes.
    """
    made: dict[str, Any] = _plain(cleaned(summary))
    return made | {"title": summary.plain_title, "title_lines": list(summary.title)}


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bytes):
        return None
    if hasattr(value, "_fields"):
        return {name: _plain(getattr(value, name)) for name in value._fields}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        made = {each.name: _plain(getattr(value, each.name)) for each in dataclasses.fields(value)}
        made["type"] = type(value).__name__.lower()
        if isinstance(value, Paragraph):
            made["text"] = value.text
        if isinstance(kind := getattr(value, "kind", None), Kind):
            made["seal"] = kind.seal
        return made
    return value


def render(source: str, format: str, paper: dict[str, Any]) -> str:
    """What the template `source` makes of `paper` (of `as_data`); format "md" or "html".

    ExportError own_template_too_long, own_template_wrong (with line and reason, as Jinja2 says it),
    own_template_result_too_long, own_template_limit where it wants too much memory or nests too deeply.
    """
    from jinja2 import TemplateError

    if len(source) > LONGEST_TEMPLATE:
        raise ExportError("own_template_too_long", limit=LONGEST_TEMPLATE)
    try:
        pieces, length = [_POLICY if format == "html" else ""], 0
        template = _environment(format).from_string(source.removeprefix("\ufeff"))
        for piece in template.generate(paper=paper, words=paper.get("words", {})):
            length += len(piece)
            if length > LONGEST_RESULT:
                raise ExportError("own_template_result_too_long", limit=LONGEST_RESULT)
            pieces.append(piece)
        return "".join(pieces)
    except (MemoryError, RecursionError) as error:
        raise ExportError("own_template_limit") from error
    except ExportError:
        raise
    except TemplateError as error:
        line = getattr(error, "lineno", None) or _line(error)
        raise ExportError("own_template_wrong", line=line, reason=error.message or type(error).__name__) from error
    except Exception as error:  # a template can make any operator or filter fail: 1 / 0, a missing argument
        reason = f"{type(error).__name__}: {error}"
        raise ExportError("own_template_wrong", line=_line(error), reason=reason) from error


def _environment(format: str) -> Any:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from markupsafe import Markup

    def finished(value: Any) -> Any:
        """For Markdown, which Jinja2 cannot escape: everything but what `|safe` lets through."""
        return value if isinstance(value, Markup) else Markup(escape(str(value)))

    class Environment(ImmutableSandboxedEnvironment):
        def getattr(self, obj: Any, attribute: str) -> Any:
            """`section.items` are the items of a section, not the method of dict."""
            return obj[attribute] if isinstance(obj, dict) and attribute in obj else super().getattr(obj, attribute)

    made = Environment(
        autoescape=format == "html",
        # A misspelt name is an error with its line, not a hole in the paper.
        undefined=StrictUndefined,
        finalize=finished if format == "md" else None,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.clear()
    made.globals["range"] = _range
    made.filters["md"] = lambda value: Markup(escape(str(value)))
    made.filters["gbt"] = to_fullwidth
    return made


def _range(*ends: int) -> range:
    from jinja2.sandbox import safe_range

    return safe_range(*ends)


def _line(error: BaseException) -> int:
    """The line of the template in which an error happened; Jinja2 writes it into the traceback. 0 if it is unknown."""
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def main() -> None:
    """The process: {"source", "format", "paper"} as JSON on standard input, {"ok"} or {"error", "data"} on standard
    output. JSON and not pickle: whoever takes over this process must not be able to run code in the one that asked."""
    processes.limit_memory(MEMORY_LIMIT)
    try:
        request = json.loads(sys.stdin.buffer.read())
        answer: dict[str, Any] = {"ok": render(request["source"], request["format"], request["paper"])}
    except ExportError as error:
        answer = {"error": error.code, "data": error.data}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))
