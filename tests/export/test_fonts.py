"""Fonts are chosen in the order: official papers, the system's, free ones."""

from reader.export.fonts import choose
from reader.export.gbt9704 import Face

WINDOWS = ["Arial", "Times New Roman", "SimSun", "SimHei", "FangSong", "KaiTi", "Microsoft YaHei", "STZhongsong"]
MACOS = ["Times New Roman", "Songti SC", "STSong", "STFangsong", "STKaiti", "Kaiti SC", "STHeiti", "PingFang SC"]
FREE = ["DejaVu Sans", "Noto Serif CJK SC", "Noto Sans CJK SC", "Liberation Serif"]


def test_official_fonts_come_first() -> None:
    chosen = choose([*WINDOWS, *FREE, "仿宋_GB2312", "方正小标宋简体", "楷体_GB2312"])
    assert chosen is not None
    assert chosen.faces == {
        Face.TITLE: "方正小标宋简体",
        Face.BODY: "仿宋_GB2312",
        Face.HEI: "SimHei",
        Face.KAI: "楷体_GB2312",
        Face.SONG: "SimSun",
    }
    assert chosen.latin == "Times New Roman" and not chosen.bold_title


def test_windows_and_macos_have_all_faces_by_either_name() -> None:
    for installed in (WINDOWS, MACOS, ["华文中宋", "仿宋", "黑体", "楷体", "宋体"]):
        chosen = choose(installed)
        assert chosen is not None and len(set(chosen.faces.values())) >= 4
        assert chosen.faces[Face.BODY] in {"FangSong", "STFangsong", "仿宋"}


def test_with_free_fonts_the_title_is_bold_and_letters_are_the_fonts_own() -> None:
    chosen = choose(FREE)
    assert chosen is not None
    assert chosen.faces[Face.BODY] == chosen.faces[Face.KAI] == "Noto Serif CJK SC"
    assert chosen.faces[Face.HEI] == "Noto Sans CJK SC"
    assert chosen.bold_title and chosen.latin is None
    assert chosen.used == ("Noto Serif CJK SC", "Noto Sans CJK SC")


def test_any_chinese_font_is_better_than_none() -> None:
    chosen = choose(["DejaVu Sans", "WenQuanYi Micro Hei"], ["WenQuanYi Micro Hei"])
    assert chosen is not None and set(chosen.faces.values()) == {"WenQuanYi Micro Hei"}
    only_sans = choose(["Noto Sans CJK SC"])
    assert only_sans is not None and set(only_sans.faces.values()) == {"Noto Sans CJK SC"}


def test_a_font_that_must_not_be_embedded_is_passed_over() -> None:
    chosen = choose(["方正小标宋简体", *FREE], [], lambda family: not family.startswith("方正"))
    assert chosen is not None and chosen.faces[Face.TITLE] == "Noto Serif CJK SC"
    assert choose(["仿宋"], ["仿宋"], lambda family: False) is None


def test_none_is_none() -> None:
    assert choose(["DejaVu Sans", "Arial"]) is None
