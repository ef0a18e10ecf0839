"""Which units count the same: 党支部 is counted by 个 in one report and by 家 in the next, people by 名 and by 人."""

_FAMILIES = (
    "个 家 所 处 座 间 支 只 块 套 台 辆 部 栋 幢 片 条 件 项 起 宗 例 张 份 篇 本 户 门",
    "个 名 人 位 口 员 群",
    "场 次 场次 期 轮 批 批次 趟 回 届 节 堂",
    "大 项 类 种",
    "级 层",
    "年 个月 月 周 天 日 小时 分钟 秒",
    "元 美元",
    "米 公里 千米 里",
    "平方米 平方公里 平方千米 亩 公顷",
    "吨 公斤 千克 斤",
    "千瓦 千瓦时 度",
)
"""Units in a family can count one thing; 个 counts nearly everything, so it is in two of them."""

_MEMBERS: dict[str, frozenset[int]] = {
    unit: frozenset(number for number, family in enumerate(_FAMILIES) if unit in family.split())
    for unit in " ".join(_FAMILIES).split()
}


def are_compatible(one: str, other: str) -> bool:
    """Whether figures with these units can count the same thing; "" (21社区) goes with every unit of things."""
    if one == other:
        return True
    return bool(_families(one) & _families(other))


def _families(unit: str) -> frozenset[int]:
    return _MEMBERS.get(unit, frozenset()) if unit else frozenset((0, 1))
