"""What is remembered from paper to paper."""

from hypothesis import given
from hypothesis import strategies as st

from reader.services.exporting import PaperBlock
from reader.settings import Settings
from reader.ui.dialogs.export_memory import ExportMemory

BLOCKS = (PaperBlock("quotes", "摘录"), PaperBlock("sources", is_shown=False))
VALUES = {
    "with_quotes": False,
    "order": "tag",
    "unit": "青禾区委社会工作部",
    "copies_to": ("一", "二"),
    "pace": 180,
    "issue": "3",
}


def test_a_form_comes_back_and_contents_do_not():
    settings = Settings()
    ExportMemory(settings).remember("study", "pdf", BLOCKS, VALUES)
    memory = ExportMemory(settings)
    assert (memory.template, memory.format, memory.order) == ("study", "pdf", "tag")
    assert memory.blocks("study") == BLOCKS and memory.blocks("compare") == ()
    assert not memory.flag("with_quotes") and memory.flag("with_sources")
    assert memory.texts()["unit"] == "青禾区委社会工作部" and memory.texts()["copies_to"] == ["一", "二"]
    assert "issue" not in memory.texts(), "the number of a bulletin is another one every time"


def test_what_was_reset_is_forgotten():
    settings = Settings()
    ExportMemory(settings).remember("study", "pdf", BLOCKS, VALUES)
    ExportMemory(settings).remember("study", "pdf", (), {"unit": ""})
    assert ExportMemory(settings).blocks("study") == () and ExportMemory(settings).texts()["unit"] == ""


def test_it_survives_the_file(tmp_path):
    from reader import settings as settings_file

    settings = Settings()
    ExportMemory(settings).remember("study", "pdf", BLOCKS, VALUES)
    settings_file.save(settings, tmp_path / "settings.json")
    assert ExportMemory(settings_file.load(tmp_path / "settings.json")).blocks("study") == BLOCKS


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["template", "format", "blocks", "options", "more"]), ANYTHING))
def test_a_spoiled_file_counts_as_never_chosen(known):
    memory = ExportMemory(Settings(export=known))
    assert isinstance(memory.template, str) and isinstance(memory.format, str) and isinstance(memory.is_open, bool)
    assert memory.order in ("kind", "text", "outline", "creator", "tag")
    assert isinstance(memory.flag("with_quotes"), bool)
    assert all(isinstance(block, PaperBlock) for block in memory.blocks("study"))
