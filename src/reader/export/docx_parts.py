"""What stands beside the body of the DOCX: settings, properties, and substitutes for fonts."""

from datetime import UTC, datetime
from typing import Any

from reader.export.docx_styles import FONT_NAMES, element
from reader.export.gbt9704 import Face
from reader.model.summary import Summary

SUBSTITUTES = {
    FONT_NAMES[Face.TITLE]: "FZXiaoBiaoSong-B05S,方正小标宋_GBK,华文中宋,STZhongsong,宋体,Noto Serif CJK SC",
    FONT_NAMES[Face.BODY]: "仿宋,FangSong,STFangsong,Noto Serif CJK SC",
    FONT_NAMES[Face.KAI]: "楷体,KaiTi,STKaiti,LXGW WenKai,Noto Serif CJK SC",
    FONT_NAMES[Face.HEI]: "SimHei,Noto Sans CJK SC",
    FONT_NAMES[Face.SONG]: "SimSun,Noto Serif CJK SC",
}
"""What a program may use where a font is missing."""


def set_settings(document: Any) -> None:
    """No compatibility mode, Chinese as the East Asian language."""
    from docx.oxml.ns import qn

    settings = document.settings.element
    settings.find(qn("w:themeFontLang")).set(qn("w:eastAsia"), "zh-CN")
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    # The schema asks for it; python-docx's own template leaves it out.
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")


def set_properties(document: Any, summary: Summary) -> None:
    """Title, subject and keywords; as author only the name the user chose, never the login name."""
    properties = document.core_properties
    # 255 characters are all that Word keeps.
    properties.title = summary.plain_title[:255]
    properties.subject = summary.subject[:255]
    properties.keywords = "; ".join(summary.keywords)[:255]
    properties.author = properties.last_modified_by = summary.author[:255]
    properties.comments = ""
    properties.language = summary.language.replace("_", "-")
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    properties.revision = 1
    # The picture of the empty template.
    package = document.part.package
    for name in [name for name, each in package.rels.items() if each.reltype.endswith("/thumbnail")]:
        package.rels.pop(name)


def declare_fonts(document: Any) -> None:
    """Name what may stand in for the faces of official papers."""
    from docx.oxml import parse_xml
    from lxml import etree

    table = next(rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/fontTable"))
    root = parse_xml(table.blob)
    for name, substitutes in SUBSTITUTES.items():
        font = element("font", name=name)
        font.append(element("altName", val=substitutes))
        font.append(element("charset", val=86))
        font.append(element("family", val="auto"))
        font.append(element("pitch", val="default"))
        root.append(font)
    table._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
