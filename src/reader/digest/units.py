"""Units: what reports count and measure with, as data.

After "!" stand beginnings of words that a unit must not run into, one "/" apart: 家!庭 is the unit of 300余家, not the
first half of 300余家庭; after "-" what such a beginning must not run into itself: 项!目-标前 is the unit of 3项目标.
"""

import re

from reader.model.digest import FigureKind

_COUNT = """
个方面 个环节 个层面 个维度
个 位!数 名 家!庭/属-地于/长-期远 户!籍/主-体要 人口 人!员/才/士/民-警兵/大-代 人次 人次日 人份 人年 人天 人月
列!为/入/车/席/举/出 杆 项!目-标前 项次 次!日-常/年-会/生-产/级/序 件 件次 条 张 份 篇 部!门/分/署/队/委/级/落 本 册
卷 期!间/末/限/货 场!所/地-方/馆/景-区 场次 起 例!如/会 宗 批!准-备/复/示-范 批次 班次
种!植-物/子/粮-食/类-型/业-务态 类!型/别/似 套 套次 台!账/风-力电/阶 台次 台套 辆 辆次 架!构 艘 艘次 只 头!部 匹 羽
尾 株 棵 朵 枝 支!部-队/行-政/持 口!岸/径/碑/腔/味/罩/号/头 把!握/关 根!据/本 块!钱 片!区/面 面!积/向/对/临 座!谈 栋
幢 间!接/隔/断 处!室/级/理/置/罚/于 所!有/属/在/得 层!面/级/次 道!路/德/理/具 门!口/店/诊/槛/户 堂 组!织/成/建/合
队!伍/员/长 对!于/接/象/标/比/照/应/话/策 枚 颗 粒 瓶 箱 袋 盒 桶 句 字 首!批/次/个/家 款!项/式 席!位 床 张床位 回
遍 届 轮 封!闭 则 幅!度 双!方/向 架次 航次 车次 户次 家次 车皮 标箱 标准箱 桌 岗!位 步!行/骤/入 方面 环节 层面 维度
阶段 板块 单!位/元/独/身 课!程/题/堂/件 针!对 剂!量 剂次 例次 通!过/道/知 趟 盘 顶!层/级 笔!者/试/记 盏 扇
集!体/中/团/聚/镇/市/成 曲 帧 碗 杯 盆 串 束 捆 筐 罐 垄 眼!光/睛 尊!重/敬/老 幕 工时 学分 圈 国!家/内/际/有
省!级/份/委 市!级/场/民/委 县!级/委/区 区!级/域/间/划/位 镇!级/街 乡!村/镇/级 村!级/民/居/庄/委
"""
_MEASURE = """
米 公里 千米 里!程/面 厘米 毫米 微米 纳米 海里 英里 光年 平方米 平米 平方公里 平方千米 平方厘米 平方 立方米 立方
亩!均/产-业 公顷 吨!位 万吨公里 吨公里 人公里 千克 公斤 克!服/难/隆 斤 毫克 微克 两 升!级/至/学/温/值 毫升 千瓦
千瓦时 兆瓦 兆瓦时 吉瓦 瓦 度电 千伏安 千伏 伏 摄氏度 ℃ 兆 分贝 赫兹 吨标准煤 吨标煤
分!钟/之/别/队/类/布/公/局/院/行/会/级/期/批/段/步/区/管/工-作/成-绩/秒/支 点!多/钟/半/位/名/击/赞/单/亮 级 大
节!日/目/能/约/点/水/假/气/省/余/庆 页!面 km kg TB GB MB
"""
_MONEY = "元!旦/素/宇/月/老 美元 欧元 港元 港币 日元 英镑 卢布 元人民币 人民币 块钱 分钱 毛钱"
_PERCENT = "% ‰ 个百分点 百分点 个基点 基点"
_RATE = "倍 成!立/为/效/功/果/员/本/长 番 折!合/算/子"
_DURATION = """
年!级/代/度/份/底/末/初/鉴/轻-松/龄/历-史经程/限/检 周!年/边/期/围/末/岁 星期 天!然/津/气-温/空-气/下-来 小时 分钟
秒 秒钟 学时 课时 工作日 载!体/入/重 昼夜 刻钟 个年头
"""
_AGE = "岁 周岁"

_TABLES = {
    FigureKind.COUNT: _COUNT,
    FigureKind.MEASURE: _MEASURE,
    FigureKind.MONEY: _MONEY,
    FigureKind.PERCENT: _PERCENT,
    FigureKind.RATE: _RATE,
    FigureKind.DURATION: _DURATION,
    FigureKind.AGE: _AGE,
}
_SPELLED = {kind: [tuple((piece + "!").split("!")[:2]) for piece in table.split()] for kind, table in _TABLES.items()}

KINDS = {unit: kind for kind, units in _SPELLED.items() for unit, _ in units}
"""Unit → what its figures are; structural ones are told from their size."""

_LONG = r"个[多半]?(?:月|小时|星期|世纪|季度|学期|工作日|交易日|学时|课时|昼夜|钟头)"
"""A duration with 个, and with what comes between: 四个多月, 两个半小时."""

_NEVER = """
里 两 口 路 课 针 通!过/道/知 单 双 回 床 节 分 兆 页 伏 瓦 升 折 席 封 幅 顶 盘 则 期 届 国 省 市 县 区 镇 乡 村 岗
面 枝 把 根 尾 羽 朵 桌 趟 门 元 头 处 眼 圈 曲 集
"""
NEVER_AFTER_ONE_DIGIT = frozenset(_NEVER.split())
"""What begins so after a single Chinese digit (四面八方, 三门峡, 四处) is commoner as a word than as a count."""


def _alternatives() -> str:
    """Longer units first, so that 平方米 is not read as 平."""
    units = sorted((pair for units in _SPELLED.values() for pair in units), key=lambda pair: (-len(pair[0]), pair[0]))
    return "|".join(re.escape(unit) + _unless(barred) for unit, barred in units)


def _unless(barred: str) -> str:
    words = (word.partition("-") for word in barred.split("/") if word)
    parts = [first + (f"(?![{rest}])" if rest else "") for first, _, rest in words]
    return f"(?!{'|'.join(parts)})" if parts else ""


PER = "(?:/(?:立方米|平方米|千瓦时|公里|小时|分钟|人次|个|平方公里|吨|人|年|月|天|日|户|亩|斤|次|升|米|张|套|株|kg))?"
"""微克/立方米, 元/千瓦时."""
UNIT = rf"(?:{_LONG}|(?:{_alternatives()}){PER})"

_PLAIN = {"元人民币": "元", "人民币": "元", "人口": "人"}


def plain_unit(unit: str) -> str:
    """个多月 is counted in 个月, 个半小时 in 小时, 元人民币 in 元."""
    if unit.startswith("个") and len(unit) > 1 and unit not in KINDS:
        bare = unit.replace("多", "").replace("半", "")
        return bare.removeprefix("个") if bare.endswith(("小时", "星期", "学时", "课时", "昼夜", "钟头")) else bare
    return _PLAIN.get(unit, unit)


def kind_of(unit: str) -> FigureKind:
    """What a figure in this unit is; "" counts."""
    if unit.startswith("个") and unit not in KINDS:
        return FigureKind.DURATION
    return KINDS.get(unit.partition("/")[0], FigureKind.COUNT)
