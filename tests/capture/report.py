"""What stands in the files of `files/`: one made-up report, as blocks."""

from pathlib import Path

FILES = Path(__file__).parent / "files"
TITLE = "青禾区：一张网托起大民生"
FIRST = (
    "近年来，云岭市青禾区紧扣基层治理体系和治理能力现代化要求，聚焦老旧小区多、流动人口多的区情实际，探索推行“一网三联四到家”工作模式，"
    "以一张网格兜起民生小事，逐步形成支部有作为、党员有行动、居民有参与的治理新格局。"
)
SECOND = (
    "全区以300户左右为一格，将6个街道、42个社区重新划分为516个网格，组建网格党支部218个、楼栋党小组1286个，选派区直机关和街道干部516名"
    "担任网格长，配备专职网格员516名、兼职网格员1032名。"
)
NUMBERED = SECOND.replace("516个网格，", "516个网格[1]，")
"""With the number of its footnote."""
NOTE = "[1] 网格数据截至2025年12月31日，来自区委社会工作部。"
LAST = "下一步，青禾区将继续完善工作机制，推动资源下沉，把问题解决在群众家门口，让群众的获得感更加充实。"
ITEMS = ("小事不出网格；", "大事不出社区；", "难事不出街道。")
ROWS = ("机制\t牵头单位\t数量", "组织联建\t区委组织部\t84家", "资源联用\t区民政局\t368项")


def data(name: str) -> bytes:
    """The bytes of one of the files."""
    return (FILES / name).read_bytes()
