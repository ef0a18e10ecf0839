"""Own templates: what they get, that they are escaped, and that the sandbox holds."""

import io
import json
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader import paths
from reader.export import own
from reader.export.own import as_data, render
from reader.messages import Messages
from reader.model.errors import ExportError
from reader.model.summary import Summary
from reader.text.folding import squeeze

SOURCE = Path(__file__).resolve().parents[2] / "src"


def shown(html: str) -> str:
    """The text a browser shows."""
    found = io.StringIO()

    class Reader(HTMLParser):
        def handle_data(self, data: str) -> None:
            found.write(data)

    Reader().feed(html)
    return squeeze(found.getvalue())


def test_a_template_gets_the_whole_paper(paper: Summary) -> None:
    data = as_data(paper)
    assert json.loads(json.dumps(data)) == data, "plain data alone goes to the process"
    text = render("{% for s in paper.sections %}{{ s.heading }}/{{ s.items|length }}\n{% endfor %}", "html", data)
    assert [line for line in text.splitlines() if "、" in line] == [
        f"{section.heading}/{len(section.items)}" for section in paper.sections if "、" in section.heading
    ]
    kinds = render("{% for m in paper.marks %}{{ m.seal }}{{ m.kind }} {% endfor %}", "md", data)
    assert kinds.split() == [f"{mark.kind.seal}{mark.kind}" for mark in paper.marks]
    source = "{% for s in paper.sections %}{% for i in s.items %}{{ i.type }} {% endfor %}{% endfor %}"
    types = render(source, "md", data)
    assert {"paragraph", "quotation", "table", "numberedlist"} == set(types.split())


@pytest.mark.parametrize("example", sorted((paths.resources() / "templates").iterdir()), ids=lambda path: path.name)
def test_the_examples_show_every_mark(paper: Summary, example: Path) -> None:
    format = example.suffix[1:]
    made = render(example.read_text("utf-8"), format, as_data(paper))
    text = shown(MarkdownIt("commonmark").render(made) if format == "md" else made)
    for mark in paper.marks:
        assert squeeze(mark.text) in text and squeeze(mark.note) in text and mark.place in text
    # A citation has full-width punctuation.
    assert "织密基层治理服务网" in text


@pytest.mark.parametrize("format", own.FORMATS)
def test_hostile_text_stays_text(hostile: Summary, format: str) -> None:
    source = "{% for m in paper.marks %}\n\n{{ m.text }}\n\n{{ m.note }}\n{% endfor %}"
    made = render(source, format, as_data(hostile))
    html = MarkdownIt("commonmark", {"html": True}).render(made) if format == "md" else made
    assert "<script" not in html and "<img" not in html and "<a" not in html.replace("<article", "")
    text = shown(html)
    assert all(squeeze(mark.text) in text for mark in hostile.marks)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_what_is_put_into_a_template_is_read_as_it_was(text: str) -> None:
    assert shown(render("<p>{{ paper.title }}</p>", "html", {"title": text})) == squeeze(text)


def test_a_page_begins_with_a_policy_that_no_template_gets_around(paper: Summary) -> None:
    made = render("<!DOCTYPE html><script>alert(1)</script><html><head></head></html>", "html", as_data(paper))
    assert made.index("default-src 'none'") < made.index("<script>")
    assert "script-src" not in made and "base-uri 'none'" in made


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("{% for %}", "expression"),
        ("a\nb\n{{ paper.titel }}", "titel"),
        ("{{ 1 / 0 }}", "division"),
        ("{% include 'x' %}", ""),
        ("{% import 'os' as os %}", ""),
        ("{{ ''.__class__.__mro__[1].__subclasses__() }}", ""),
        ("{{ paper.title.__init__.__globals__ }}", ""),
        ("{{ cycler.__init__.__globals__.os.popen('id').read() }}", ""),
        ("{{ paper.sections.append(1) }}", ""),
        ("{{ '{0.__class__}'.format(1) }}", ""),
        ("{{ range(10 ** 9)|list }}", "Range"),
        ("{{ 'x'|nofilter }}", "nofilter"),
    ],
)
def test_what_is_wrong_or_forbidden_is_said_with_its_line(paper: Summary, source: str, says: str) -> None:
    with pytest.raises(ExportError) as caught:
        render(source, "md", as_data(paper))
    assert caught.value.code == "own_template_wrong" and says in str(caught.value.data["reason"])
    caught.value.data["name"] = "x.md"
    assert "x.md" in Messages("zh_CN").error(caught.value)


def test_the_line_of_a_mistake_is_named(paper: Summary) -> None:
    for source in ("a\nb\n{{ paper.titel }}", "a\nb\n{% if %}", "a\nb\n{{ 1 / 0 }}"):
        with pytest.raises(ExportError) as caught:
            render(source, "md", as_data(paper))
        assert caught.value.data["line"] == 3


def test_too_long_a_template_and_too_long_a_result(paper: Summary, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ExportError) as caught:
        render("x" * (own.LONGEST_TEMPLATE + 1), "md", {})
    assert caught.value.code == "own_template_too_long"
    monkeypatch.setattr(own, "LONGEST_RESULT", 1000)
    with pytest.raises(ExportError) as caught:
        render("{% for a in range(1001) %}x{{ a }}{% endfor %}", "md", {})
    assert caught.value.code == "own_template_result_too_long"


def ask(request: dict[str, Any]) -> Any:
    code = "from reader.export.own import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code], input=json.dumps(request).encode(), capture_output=True, timeout=60,
        env={"PYTHONPATH": str(SOURCE)},
    )  # fmt: skip
    return json.loads(done.stdout) if done.stdout else None


def test_the_process_answers_in_json() -> None:
    assert ask({"source": "{{ paper.title }}", "format": "md", "paper": {"title": "一#"}}) == {"ok": "一\\#"}
    assert ask({"source": "{{ x }}", "format": "md", "paper": {}})["error"] == "own_template_wrong"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process reliably")
def test_the_process_ends_at_its_limit_of_memory() -> None:
    answer = ask({"source": "{{ ('a' * 10 ** 9)|length }}{{ 'b' * 10 ** 10 }}", "format": "html", "paper": {}})
    assert answer is None or answer["error"] == "own_template_limit"
