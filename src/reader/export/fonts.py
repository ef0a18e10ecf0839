"""Which installed families stand for the five faces of a paper, without asking how they are installed.

In order: the faces that official papers name, those that come with Windows and macOS, then free ones.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from reader.export.gbt9704 import Face

# Windows and macOS list a family by its Chinese or its English name, depending on the language of the system.
_SONG_FREE = ("Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "思源宋体", "Source Han Serif CN")
_HEI_FREE = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "思源黑体", "Source Han Sans CN")
_SONG = ("宋体", "SimSun", "NSimSun", "新宋体", "STSong", "华文宋体", "Songti SC")
CANDIDATES: dict[Face, tuple[str, ...]] = {
    Face.TITLE: (
        *("方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "华文中宋", "STZhongsong"),
        *_SONG_FREE,
        *_SONG,
    ),
    Face.BODY: ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "华文仿宋", "STFangsong", *_SONG_FREE, *_SONG),
    Face.HEI: (
        *("黑体", "SimHei", "华文黑体", "STHeiti", "Heiti SC", "Microsoft YaHei", "微软雅黑", "PingFang SC"),
        *_HEI_FREE,
    ),
    Face.KAI: (
        *("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "华文楷体", "STKaiti", "Kaiti SC", "LXGW WenKai", "霞鹜文楷"),
        *_SONG_FREE,
        *_SONG,
    ),
    Face.SONG: (*_SONG, *_SONG_FREE),
}
LATIN = ("Times New Roman", "Liberation Serif", "Tinos", "TeX Gyre Termes")
"""For letters and digits; beside a free Chinese face its own are used, which are drawn to go with it."""

# No regular weight of these is heavy enough for a title.
_NEEDS_BOLD = {*_SONG_FREE, *_SONG}
_PREFERRED = {*_SONG_FREE, *_HEI_FREE}


@dataclass(frozen=True, slots=True)
class Families:
    """The families of a paper by face."""

    faces: dict[Face, str]
    latin: str | None
    bold_title: bool

    @property
    def used(self) -> tuple[str, ...]:
        """Every family once."""
        return tuple(dict.fromkeys([*self.faces.values(), *([self.latin] if self.latin else [])]))


def choose(
    installed: Collection[str], chinese: Collection[str] = (), may_embed: Callable[[str], bool] = lambda family: True
) -> Families | None:
    """The best of `installed` for every face; None when no family can show Chinese.

    `chinese` are families that the system says can show simplified Chinese: one of them stands in where none of the
    candidates is there. A family of which `may_embed` is false (its licence forbids it) is passed over.
    """
    known = set(installed)

    def first(names: Collection[str]) -> str:
        return next((name for name in names if name in known and may_embed(name)), "")

    found = {face: first(names) for face, names in CANDIDATES.items()}
    spare = next(filter(None, found.values()), "") or next(filter(may_embed, chinese), "")
    if not spare:
        return None
    faces = {face: name or spare for face, name in found.items()}
    latin = first(LATIN) or None
    own_latin = faces[Face.BODY] in _PREFERRED
    return Families(faces, None if own_latin else latin, faces[Face.TITLE] in _NEEDS_BOLD or not found[Face.TITLE])
