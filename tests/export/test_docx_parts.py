"""Settings, properties and named fonts of the DOCX."""

import re

from reader.export import docx
from reader.export.templates.material import Material, Options
from reader.export.templates.study import study
from reader.messages import Messages

from .conftest import Document, W


def test_settings_and_properties_tell_nothing_of_how_it_was_made(made: Document) -> None:
    settings = made.parts["word/settings.xml"].decode()
    assert re.search(r'compatibilityMode"[^>]*w:val="15"', settings)
    core = made.parts["docProps/core.xml"].decode()
    assert "python-docx" not in core and "2013" not in core
    assert "<dc:creator></dc:creator>" in core or "<dc:creator/>" in core
    assert "青禾县“一网三员”基层治理学习研讨材料" in core and "学习研讨材料" in core
    assert not [name for name in made.parts if "thumbnail" in name]


def test_the_authors_name_is_the_chosen_one(material: Material) -> None:
    paper = study([material], Options(author="周岚"), Messages("zh_CN"))
    core = Document(docx.render(paper)).parts["docProps/core.xml"].decode()
    assert "<dc:creator>周岚</dc:creator>" in core and "<cp:lastModifiedBy>周岚</cp:lastModifiedBy>" in core


def test_missing_fonts_have_named_substitutes(made: Document) -> None:
    table = {font.get(W + "name"): font.find(W + "altName") for font in made.xml("fontTable")}
    for name in ("方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体"):
        assert table[name] is not None and table[name].get(W + "val")
