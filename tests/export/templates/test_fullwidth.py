"""标点转全角: what people wrote and titles, never what is quoted."""

import dataclasses

from tests.export.templates.conftest import Read

from reader.export.templates.fullwidth import with_fullwidth
from reader.export.templates.material import Material, Options, PaperBlock
from reader.export.templates.registry import TEMPLATES
from reader.messages import Messages


def test_notes_titles_and_headings_are_widened_and_quotations_are_not(
    digested: Material, text: str, say: Messages
) -> None:
    options = Options(people="第二小组(甲班)", blocks=(PaperBlock("quotes", "摘录:原文"),), attachments=("名单(一)",))
    for name in ("study", "bulletin", "notes", "speech"):
        plain = TEMPLATES[name].make([digested], options, say)
        paper = TEMPLATES[name].make(*with_fullwidth([digested], options), say)
        read = Read(paper)
        assert [mark.text for mark in paper.marks] == [mark.text for mark in plain.marks]
        assert paper.people == "第二小组（甲班）" and paper.closing.attachments == ("名单（一）",)
        assert "青禾县：" in paper.plain_title and "青禾县:" in plain.plain_title
        whole = "\n".join(read.lines())
        assert "280×416≈11.6万户，与户籍数吻合？" in whole and "64个村(社区)“大联席”" in whole
    study = TEMPLATES["study"].make(*with_fullwidth([digested], options), say)
    assert "摘录：原文" in str(Read(study).headings)


def test_what_a_note_quotes_stays(digested: Material, say: Messages) -> None:
    note = "原文说“多,快(好)”,很对!"
    mark = dataclasses.replace(digested.annotations[0], note=note)
    (changed,), _ = with_fullwidth([dataclasses.replace(digested, annotations=(mark,))], Options())
    assert changed.annotations[0].note == "原文说“多,快(好)”，很对！"
    assert changed.blocks == digested.blocks and changed.digest == digested.digest
