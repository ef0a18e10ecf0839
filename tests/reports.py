"""Made-up government work reports of any length, for tests, pictures and measurements: `report_text(25_000)`.

The places are fictional, the build is that of real ones: salutation, 一、（一）一是, figures with what they count,
papers with document numbers, coined terms, bodies, dates, chains and a box of tasks. The same arguments give the same
text. Imports nothing of the program but its blocks, and those only where blocks are asked for.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model.article import Metadata
    from reader.model.blocks import Block

LENGTH = 25_000
"""Characters of a usual work report; a longer text is a collection of them."""

_NUMERALS = "一二三四五六七八九十"
_PLACES = ("清河市", "东山县", "西川区", "南平县", "北湖区", "云岭县", "柳林区", "石桥县")
_SALUTATION = "各位代表："
_OPENING = "现在，我代表{place}人民政府，向大会报告工作，请予审议，并请各位政协委员提出意见。"
_CLOSING = "各位代表！目标已经明确，关键在于落实。让我们更加紧密地团结起来，实干争先，奋力谱写{place}发展新篇章！"
_SECTIONS = (
    ("{last}年工作回顾",
     "过去一年，{place}全年实现地区生产总值{gdp}亿元、增长{rate}%，城乡居民人均可支配收入分别增长{rate2}%、{rate}%。"),
    ("今年工作的总体要求和主要目标",
     "主要预期目标是：地区生产总值增长{rate}%左右，城镇新增就业{thousands}人以上，粮食产量稳定在{n}万吨以上。"),
    ("今年的重点工作",
     "围绕上述目标，{place}将突出抓好{parts}个方面工作，确保全年目标任务圆满完成。"),
    ("全面加强政府自身建设",
     "面对新形势新任务，{place}将把政治建设摆在首位，推动各级干部担当作为、真抓实干。"),
)  # fmt: skip
_THEMES = (
    ("夯实基层治理根基", "网格", "个", "社区党组织", "“一网统管”"),
    ("推动产业转型升级", "规上工业企业", "家", "市工业和信息化局", "“链长制”"),
    ("扩大有效投资", "重点项目", "个", "市发展改革委", "“拿地即开工”"),
    ("全面推进乡村振兴", "和美乡村", "个", "市农业农村局", "“万亩方”"),
    ("加快城市更新", "老旧小区", "个", "市住房城乡建设局", "“微改造”"),
    ("持续改善生态环境", "入河排污口", "个", "市生态环境局", "“碧水行动”"),
    ("深化改革扩大开放", "高频事项", "项", "市行政审批局", "“最多跑一次”"),
    ("办好民生实事", "社区食堂", "家", "市民政局", "“家门口”"),
    ("发展教育卫生事业", "中小学", "所", "市教育局", "“县管校聘”"),
    ("守牢安全发展底线", "风险隐患", "处", "市应急管理局", "“吹哨人”"),
)
"""Label, what is counted, its measure word, the body in charge, the term that was coined."""
_OPENERS = (
    "坚持把{label}摆在突出位置，由{body}牵头，建立{term}工作机制，新建{object}{n}{unit}，累计达到{n2}{unit}。",
    "{label}取得新进展，全年完成投资{money}亿元，同比增长{rate}%，{object}达到{n}{unit}，较上年增加{few}{unit}。",
    "围绕{label}，制定印发《关于{label}的实施意见》（清政发〔{last}〕{few}号），明确{few}项任务，压实县乡村三级责任。",
)
_SENTENCES = (
    "目前，{body}已服务群众{thousands}人次，解决急难愁盼问题{n}件，群众满意度达到{percent}%。",
    "{last}年{month}月以来，全市新增{object}{n}{unit}，覆盖{few}个乡镇（街道）、{n2}个村（社区），惠及近{thousands}人。",
    "出台《{place}促进{object}高质量发展若干措施》，兑现奖补资金{money}万元，为{n}户经营主体降低成本{money2}万元。",
    "形成“县委—乡镇（街道）党委—村（社区）党组织—网格党支部”四级架构，选派干部{n}名下沉一线。",
    "办理时间由{few}天压减至{parts}天，办结率、满意率分别从{low}%、{low2}%提升至{percent}%、{percent2}%。",
    "按照每个网格{hundreds}户的标准，划分网格{n}个，配备专兼职网格员{n2}名，做到{term}全覆盖。",
    "建成{term}服务站点{few}个，组织“百名干部进百企”等活动{n}场次，推广经验{parts}项，获评全省优秀案例。",
    "{body}与{place}{name}有限公司、{place}职业技术学院签订合作协议{few}份，带动就业{thousands}余人。",
    "{month}月{day}日，{place}召开推进会，部署“十五五”时期重点任务，要求年底前完成率不低于{percent}%。",
    "同时也要看到，{object}发展还不平衡，{low}%的短板集中在偏远乡镇，需要下更大气力解决。",
    "持续擦亮{term}品牌，把“群众点单、网格派单、部门接单”落到实处，让服务更有温度。",
)
_PROSE = (
    "坚持问题导向、目标导向和结果导向相统一，从群众反映最集中的事情抓起，一件一件抓落实，久久为功、善作善成。",
    "健全常态化长效化机制，把行之有效的做法固定下来，推动{object}从“有没有”向“好不好”转变。",
    "针对基层反映的堵点难点，{body}牵头开展“解剖式”调研，听取企业、群众和一线干部意见，逐项研究解决办法。",
    "加强部门协同和上下联动，打破条块分割，推动资源、服务、管理向一线倾斜，让基层有职有权有人有物。",
    "强化科技支撑，运用大数据、云计算、人工智能等手段，推动数据多跑路、群众少跑腿，让{term}更加智能便捷。",
    "注重典型引领，选树一批可学可比的先进典型，营造比学赶超的浓厚氛围，以点带面提升整体水平。",
    "严格落实责任制，把任务分解到岗、责任落实到人，对推进不力的及时提醒、限期整改，确保件件有着落、事事有回音。",
    "广泛发动群众参与，畅通意见表达渠道，做到民事民议、民事民办、民事民管，汇聚起共建共治共享的强大合力。",
    "市委宣传部、市文化广电旅游局联合举办“清河之夜”系列活动，挖掘历史文化资源，擦亮“山水清河”名片。",
    "市总工会、团市委、市妇联发挥桥梁纽带作用，关心关爱新就业群体，打造“骑手之家”“暖心小站”等服务阵地。",
)
"""What stands between the figures: real reports have some twenty of them in a thousand characters."""
_POINTS = (
    "{mark}是强化统筹推进，完善考核办法，把{object}建设纳入年度目标，落实到具体项目和具体单位，压茬推进、挂图作战。",
    "{mark}是做实为民服务，聚焦“一老一小”，新增托位{n}个、养老床位{n2}张，让老年人安享晚年、孩子们健康成长。",
    "{mark}是激发内生动力，培育带头人{few}名，引导社会组织、志愿者和社区工作者共同参与，形成人人有责的局面。",
)
_BOX = ("专栏　{label}重点任务", "——新建改建{object}{n}{unit}。", "——实施{term}提升工程，完成投资{money}亿元。")
_NAMES = ("云帆科技", "远山农业", "青禾物流", "嘉木建材")


class _Writer:
    """Fills the forms with numbers of its own chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def fill(self, form: str, place: str, year: int, theme: tuple[str, ...] = _THEMES[0], mark: str = "") -> str:
        draw = self.chance.randint
        label, counted, unit, body, term = theme
        return form.format(
            place=place, last=year - 1, label=label, object=counted, unit=unit, body=body, term=term, mark=mark,
            n=draw(21, 980), n2=draw(21, 4_800), few=draw(11, 48), hundreds=draw(2, 5) * 100, parts=draw(3, 9),
            thousands=f"{draw(11, 98) / 10}万", gdp=draw(2_000, 48_000) / 10, money=draw(12, 980) / 10, day=draw(1, 28),
            money2=draw(120, 980), month=draw(1, 12), rate=draw(21, 98) / 10, rate2=draw(21, 98) / 10,
            low=draw(31, 65), low2=draw(31, 65), percent=draw(90, 99), percent2=draw(90, 99),
            name=self.chance.choice(_NAMES),
        )  # fmt: skip


def report_lines(characters: int = LENGTH, seed: int = 1) -> Iterator[tuple[int, str]]:
    """(level, line) of a text of about so many characters: 0 a paragraph, 1 to 3 a heading, 1 that of a report."""
    written = number = 0
    while written < characters:
        goal = min(LENGTH, characters - written)
        for level, line in _one_report(goal, seed + number, _PLACES[number % len(_PLACES)], 2026 - number // 8):
            written += len(line) + 1
            yield level, line
        number += 1


def _one_report(characters: int, seed: int, place: str, year: int) -> Iterator[tuple[int, str]]:
    writer = _Writer(seed)
    yield 1, f"{year}年{place}政府工作报告"
    yield 0, f"——{year}年1月18日在{place}第九届人民代表大会第五次会议上"
    yield 0, _SALUTATION
    yield 0, writer.fill(_OPENING, place, year)
    for index, (title, opening) in enumerate(_SECTIONS):
        yield 2, f"{_NUMERALS[index]}、" + writer.fill(title, place, year)
        yield 0, writer.fill(opening, place, year)
        written = 0
        for number, theme in enumerate(_THEMES):
            if written >= characters // len(_SECTIONS):
                break
            size = characters // len(_SECTIONS) // len(_THEMES)
            for level, line in _theme(writer, place, year, theme, number, size):
                written += len(line) + 1
                yield level, line
    yield 0, writer.fill(_CLOSING, place, year)


def _theme(
    writer: _Writer, place: str, year: int, theme: tuple[str, ...], number: int, size: int
) -> Iterator[tuple[int, str]]:
    """A heading and its paragraphs, of about `size` characters."""
    yield 3, f"（{_NUMERALS[number]}）{theme[0]}"
    written = 0
    while True:
        told = [*writer.chance.sample(_SENTENCES, 2), *writer.chance.sample(_PROSE, 3)]
        writer.chance.shuffle(told)
        forms = [writer.chance.choice(_OPENERS), *told]
        paragraph = "".join(writer.fill(form, place, year, theme) for form in forms)
        if writer.chance.random() < 0.5:
            marked = zip(_POINTS, _NUMERALS, strict=False)
            paragraph += "".join(writer.fill(form, place, year, theme, mark) for form, mark in marked)
        yield 0, paragraph
        written += len(paragraph)
        if written >= size:
            break
    if number % 4 == 3:
        for form in _BOX:
            yield 0, writer.fill(form, place, year, theme)


def report_text(characters: int = LENGTH, seed: int = 1) -> str:
    """A plain text, one paragraph a line."""
    return "\n".join(line for _, line in report_lines(characters, seed)) + "\n"


def report_article(characters: int = LENGTH, seed: int = 1) -> tuple[Metadata, tuple[Block, ...]]:
    """The same as a page would give it: title and byline aside, headings marked."""
    from reader.model.article import Metadata
    from reader.model.blocks import Block, BlockKind

    (_, title), *lines = report_lines(characters, seed)
    blocks = [
        Block(BlockKind.HEADING, line, level=level) if level else Block(BlockKind.PARAGRAPH, line)
        for level, line in lines
    ]
    return Metadata(title=title, published="2026-01-20", source="清河日报"), tuple(blocks)
