"""Units: what reports count and measure with, as data.

A fragment of a table is a unit, and after "!" the beginnings of words that it must not run into: 家!庭 is the unit of
300余家, not the first half of 300余家庭.
"""

import re

from reader.model.digest import FigureKind

_COUNT = """
个!性体 位!置于列居数 名!列 家!庭长园属禽具政 户!籍主 人口 人!员民大才均社群们力家 人次 人次日 人份 人年
列!为入车席举出 杆 项!目 项次 次!日年生级序 件 件次 条 张 份 篇 部!门分署队委级落 本!科地级报土科月年 册 卷
期!间末限货 场!所地馆景 场次 起 例!如会 宗 批!准复示 批次 班次 种!植子粮类业 类!型别似 套 套次 台!账风阶 台次 辆
辆次 架!构 艘 艘次 只 头!部 匹 羽 尾 株 棵 朵 枝 支!持部付出撑援行教 口!岸径碑腔味罩号头 把!握关 根!据本 块!钱 片!区面
面!积向对临 座!谈 栋 幢 间!接隔断 处!室级理置罚于 所!有属在得 层!面级次 道!路德理具 门!口店诊槛户 堂 组!织成建合
队!伍员长 对!于接象标比照应话策 枚 颗 粒 瓶 箱 袋 盒 桶 句 字 首!批次个家 款!项式 席!位 床 张床位 回 遍 届 轮 封!闭
则 幅!度 双!方向 架次 航次 车次 户次 家次 车皮 标箱 标准箱 桌 岗!位 步 方面 环节 层面 维度 阶段 板块 路!径面段 单
人天 课 针 剂 剂次 例次 通 趟 盘 顶 国!家内际有 省!级份委 市!级场民委 县!级委区 区!级域间划位 镇!级街 乡!村镇级
村!级民居庄委
"""
_MEASURE = """
米 公里 千米 里 厘米 毫米 微米 纳米 海里 英里 光年 平方米 平米 平方公里 平方千米 平方厘米 平方 立方米 立方 亩!均产
公顷 吨!位 万吨公里 吨公里 人公里 千克 公斤 克!服难隆 斤 毫克 微克 两 升!级至学温值 毫升 千瓦 千瓦时 兆瓦 兆瓦时
吉瓦 瓦 度电 千伏安 千伏 伏 摄氏度 ℃ 兆 吨标准煤 吨标煤 分!钟之别队类布公局院行会级期批段步区管工为成秒支
点!多钟半位名击赞单亮 级 大 节 页 km kg TB GB MB
"""
_MONEY = "元!旦素宇月老 美元 欧元 港元 港币 日元 英镑 卢布 元人民币 人民币 块钱 分钱 毛钱"
_PERCENT = "% ‰ 个百分点 百分点 个基点 基点"
_RATE = "倍 成!立为效功果员本长 番 折!合算子"
_DURATION = """
年!级代度份底末初均鉴轻青龄历限检 周!年边期围末岁 星期 天!然津气空下 小时 分钟 秒 秒钟 学时 课时 工作日 载 昼夜 刻钟
个年头
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

NEVER_AFTER_ONE_DIGIT = frozenset(
    """
里 两 口 路 课 针 通 单 双 回 床 节 分 兆 页 伏 瓦 升 折 席 封 幅 顶 盘 则 期 届 国 省 市 县 区 镇 乡 村 岗 面 枝 把 根
尾 羽 朵 桌 趟 门 元 头 处
    """.split()
)
"""What begins so after a single Chinese digit (四面八方, 三门峡, 二元, 五里, 四处) is commoner as a word than as a count."""


def _alternatives() -> str:
    """Longer units first, so that 平方米 is not read as 平."""
    units = sorted((pair for units in _SPELLED.values() for pair in units), key=lambda pair: (-len(pair[0]), pair[0]))
    return "|".join(re.escape(unit) + (f"(?![{barred}])" if barred else "") for unit, barred in units)


PER = "(?:/(?:立方米|平方米|千瓦时|公里|小时|分钟|人次|个|吨|人|年|月|天|日|户|亩|斤|次|升|米|张|套|株|kg))?"
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
