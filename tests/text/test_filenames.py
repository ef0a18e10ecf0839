"""File names from titles: one that every system takes, and that a person still recognises."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.text.filenames import MAX_BYTES, MAX_UNITS, safe_filename

HAN = "治" * 100


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("十一月学习会 · 基层治理专题", "十一月学习会 · 基层治理专题.docx"),
        ('开原市:"一二三"模式?', "开原市：″一二三″模式？.docx"),
        ("a/b\\c<d>e|f*g", "a／b＼c＜d＞e｜f＊g.docx"),
        ("../../etc/passwd", "／..／etc／passwd.docx"),
        ("报告#1 ^[草稿]", "报告1 草稿.docx"),
        ("CON", "_CON.docx"),
        ("aux.txt", "_aux.txt.docx"),
        ("COM¹", "_COM¹.docx"),
        ("conin$", "_conin$.docx"),
        ("console", "console.docx"),
        ("  结尾的点和空格 . . ", "结尾的点和空格.docx"),
        ("\u202e第一行\n第二行\x00\x0b", "第一行 第二行.docx"),
        ("e\u0301tude", "étude.docx"),
        (" ...　", "未命名.docx"),
        ("", "未命名.docx"),
        ("党建引领\ud800基层治理\ue000", "党建引领基层治理.docx"),
        ("LPT9.报告", "_LPT9.报告.docx"),
        ("nul ", "_nul.docx"),
        ("家访\u200b记录\ufeff\u2060", "家访记录.docx"),
        ("a\tb\u2028c", "a b c.docx"),
        (".gitignore", "gitignore.docx"),
        ("ＣＯＮ", "ＣＯＮ.docx"),
        ("👨‍👩‍👧家访", "👨👩👧家访.docx"),
        ("file:///C:/x?y=1#z", "file：／／／C：／x？y=1z.docx"),
        (HAN, "治" * 65 + ".docx"),
    ],
)
def test_hostile_titles(title: str, name: str) -> None:
    assert safe_filename(title, "docx") == name


def test_the_extension_may_come_with_its_dot_or_be_missing() -> None:
    assert safe_filename("报告", ".pdf") == "报告.pdf"
    assert safe_filename("报告", "") == "报告"


@given(st.text() | st.text(alphabet='.: ab中/\\CONcon1\u0301\u202e😀𬭎<>"|?*#^[]\n\t\u3000'))
@example("e" + "\u0301" * 300)
@example("😀" * 100)
@example("con .x")
@example("\ud800")
@example("..con")
def test_every_name_is_safe(title: str) -> None:
    name = safe_filename(title, "md")
    assert name.endswith(".md") and len(name) > 3
    assert not re.search(r'[<>:"/\\|?*#^\[\]\x00-\x1f\x7f]', name)
    assert unicodedata.is_normalized("NFC", name)
    assert not any(unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn"} for character in name)
    assert len(name.encode("utf-16-le")) // 2 <= MAX_UNITS and len(name.encode()) <= MAX_BYTES
    stem = name.removesuffix(".md")
    assert stem == stem.strip() and not stem.startswith(".") and not stem.endswith(".")
    assert stem.split(".")[0].rstrip().upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT9", "CONIN$"}
    assert safe_filename(stem, "md") == name, "a safe name changes when it is made safe again"


def test_a_file_of_that_name_can_be_made(tmp_path: Path) -> None:
    for title in ("CON", HAN * 3, "a/b:c", "😀" * 200, "\x00", "..", "。" * 90):
        file = tmp_path / safe_filename(title, "docx")
        file.write_bytes(b"x")
        assert file.parent == tmp_path and file.read_bytes() == b"x"
