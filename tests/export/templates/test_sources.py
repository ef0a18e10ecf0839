"""How a paper says where its material comes from."""

from reader.export.templates.material import Material, Options
from reader.export.templates.sources import references, source_lines
from reader.messages import Messages


def test_a_source_is_a_sentence_with_its_citation(material: Material, other: Material, say: Messages) -> None:
    first, second = source_lines([material, other], Options(), say, numbered=True)
    assert first.text.startswith("[1]") and second.text.startswith("[2]") and second.text.endswith("。")
    assert "白石镇“板凳会”把问题解决在家门口" in second.text and "2025年11月30日" in second.text
    assert [run.footnote for run in second.runs] == [2, None]
    assert "news.baishi.example" in second.text, "who reprinted it"


def test_without_sources_only_the_title_is_left(other: Material, say: Messages) -> None:
    options = Options(with_sources=False)
    (line,) = source_lines([other], options, say, numbered=False, titled=False)
    assert line.text == "《白石镇“板凳会”把问题解决在家门口》。" and line.runs[0].footnote is None
    assert references([other], options) == ()


def test_references_are_numbered_and_tell_of_a_reprint_once(material: Material, other: Material) -> None:
    first, second = references([material, other], Options())
    assert (first.number, second.number) == (1, 2) and second.source == "云岭日报" and second.date == "2025-11-30"
    assert second.note and second.url
    (ris,) = references([other], Options(style="ris"))
    assert ris.note == "", "it has a field of its own"
