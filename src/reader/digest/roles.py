"""Words and the parts they play around a figure: what may belong to the noun that is counted, and what ends it.

jieba cuts well, but tags a word alike wherever it stands, by what it mostly is in newspapers; where reports use it
otherwise, the tables here say so.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

_TAGGED = {
    "n": ("n", "nr", "ns", "nt", "nz", "ng", "nrt", "nrfg", "eng", "s", "q", "g", "zg", "k", "mg", "vg"),
    "b": ("b", "vn", "j", "an"),
    "a": ("a", "i", "ag", "z", "l"),
    "v": ("v", "vd", "vi", "vq"),
    "u": ("uj",),
}
"""Roles by jieba's tags; what is not listed (adverbs, prepositions, pronouns, numerals, particles) is "x"."""

_OWN = {
    "v": """
动员 发动 选派 利用 运用 命名 精简 落户 入户 记录 选树 培树 核准 总结 指导 参观 彩排 建档 领办 领衔 联系 联络 排查
铺设 培育 盘活 优化 调整 投产 投用 设置 出资 宣传 监督 检查 巡查 分配 融资 助推 惠及 普及 包联 落实 清理 健全
印发 牵线 通达 引才 深化 选 打掉 主办 落地 升级 改造 建 配 派 设 化解矛盾 接警 收官
""",
    "p": """
担任 兼任 参与 参加 化身 成为 变为 变成 当好 充当 争当 实现 开展 完成 获得 获评 获 荣获 入选 达到 投入 纳入 列入
通过 进入 助力 深入 走进 下沉 进驻 用于 属于 来自 位于 分布 具有 具备 受益 报名 报到 认领 立案 处分 得到 受到
投入使用 着力 发力 走上 踏上 摘牌 脱贫 摘帽 加入
""",
    "c": """
增长 增加 减少 下降 上升 提高 降低 压减 压缩 缩短 缩减 回落 增至 降至 升至 减至 增 减 降 升 增收 下调 上调 上涨 下跌
涨 跌 扩大 收窄 加快 放缓 快 慢 高 低 多 少 高于 低于 翻 节约 节省 降到 升到 增到 增产 减产 多发 提速 高出 超出 反弹
攀升 递增 缩 提升 净增 下浮 上浮 领先 落后 降为 增为 缩至 压至 拉动
""",
    "l": """
共计 共有 累计 达 达到 是 有 到 超 超过 保持 控制 维持 收于 位居 居 设有 建有 配有 下设 下辖 辖 需 需要 拥有 接近
估计 预计 合计 总计 稳定 均达 突破 即 跃 跃上 计 近 全 总共 现有 已有 尚有 另有 完成 实现 可 能 应 要 占地 多达 高达
不足 不少 不到 一 力争 拟 预将 计为 折合 相当 相当于 约合 破 上
""",
    "b": """
组织 治理 预算 就业 调解 执法 保护 信访 退休 在职 退役 存续 演出 展览 支付 自治 联合 示范 居住 常住 低保 留守 独居
失能 限制 扶贫 快递 外卖 送餐 停车 充电 兼职 不 大 小 新 老 全科 专兼职 商事 养老 党建 联席 红色 审批 本科 老年 县直
市直 区直 省直 登记 编制 奖励 补贴 补助 罚款 津贴 资助 本级 上门 振兴 学习 创业 新建 新增 新设 新改建
""",
    "n": """
诉求 安全隐患 特新 零部件
收入 支出 举措 招牌 端 会 员 村 户 长 清单 者 站 所 党委 党支部 党小组 群众
人均 生产总值 合作社 点 号 亩 设备 经费 活动 行动 骨干 增速 降幅 增幅 涨幅 频次 窗口 比重 占比 物业 市民 村民 一行 表
""",
    "t": """
率 数 量 额 费 员 者 人数 次数 户数 天数 件数 面积 总额 总数 总量 时限 时长 时间 比例 水平 规模 金额 价格 指数 标准
总值 产值 增加值 成本 用时 距离 浓度 产量 销量 存量 余额 额度 里程 年龄 密度 强度 效率 速度 幅度 对象 人员
意愿
""",
    "o": "或",
    "x": """
有关 相关 等 等等 每 较 比 同比 环比 全体 大家 负责 起 来 时 全部 全程 先行 全面 有效 踊跃 积极 定期 主动 通力合作
所有 此 且 左右 各 上述 其中 仍 一次性 月份 率先 先后 共同 一起 当场 圆满 纷纷 已 均 先
""",
    "a": "可 特别 日常 以上 以下 平均 年均 月均 日均 最",
    "u": "的 之",
}
"""n: part of the noun; b, a: before it; t: a noun that a verb may begin (化解率, 参保人数); v: a verb, which ends the
noun that stands before it; p: a verb that is never part of one; c: grows or shrinks; l: between a noun and its number;
u: 的; o: 或; x: anything else, which ends a noun on either side."""

_ROLES = {tag: role for role, tags in _TAGGED.items() for tag in tags}
_NAMES = frozenset(("n", "nr", "nz"))
_LONG = _NAMES | {"l", "i"}
_FOUR = 4
"""jieba's tags for nouns, phrases and idioms, and the characters of those that may be two words."""
_RATE = "率"
_LED = ("先", "领", "队", "众", "真", "性")
"""率 ends a word, but for 率先 and the like."""
_ROLE_OF = {word: role for role, words in _OWN.items() for word in words.split()}

Tagger = Callable[[str], list[tuple[str, str]]]
"""`rjieba.tag`: text → words with their tags."""

_PIECE = re.compile(r"(“[^“”]*”|《[^《》]*》)|(\([^()]*\))|[^“《(]+|.", re.DOTALL)


class Words(NamedTuple):
    """The words of a stretch of text: where each begins (and the end of the last), and one letter each for its role."""

    starts: list[int]
    roles: str


def words_of(text: str, start: int, end: int, tag: Tagger) -> Words:
    """The words of text[start:end], offsets into `text`; what stands in “” or 《》 is one word, a "q", what stands in
    brackets a "k"."""
    starts: list[int] = []
    roles: list[str] = []
    for match in _PIECE.finditer(text, start, end):
        at = match.start()
        if match.lastindex:
            starts.append(at)
            roles.append("k" if match[2] else "q")
            continue
        for word, tagged in tag(match[0]):
            is_split = word[0] == _RATE or (len(word) == _FOUR and tagged in _LONG)
            for piece, kind in _split(word, tagged, tag) if is_split else ((word, tagged),):
                starts.append(at)
                roles.append(_ROLE_OF.get(piece) or _ROLES.get(kind) or _unknown(piece, kind))
                at += len(piece)
    starts.append(end)
    return Words(starts, "".join(roles))


def _split(word: str, tagged: str, tag: Tagger) -> Sequence[tuple[str, str]]:
    """A word of four that is two words in a report as two: 价格上涨, 解决问题; 率 that jieba joined to what follows."""
    if word[0] == _RATE:
        joins = len(word) > 1 and word[1:] not in _LED
        return [(_RATE, "n"), *tag(word[1:])] if joins else [(word, tagged)]  # 赤字 率控制在: a new word to jieba
    if word in _ROLE_OF:
        return [(word, tagged)]
    first, second = tag(word[: _FOUR // 2]), tag(word[_FOUR // 2 :])
    is_two = len(first) == len(second) == 1
    if is_two and (tagged not in _NAMES or (_is_verb(*first[0]) and _ROLE_OF.get(second[0][0]) != "t")):
        # 第一产业: what is nothing by itself is part of the phrase.
        return [first[0] if first[0][1] in _ROLES else (first[0][0], "b"), second[0]]
    return [(word, tagged)]


def _is_verb(word: str, tag: str) -> bool:
    return (_ROLE_OF.get(word) or _ROLES.get(tag)) in ("v", "p")


def _unknown(word: str, tag: str) -> str:
    """What jieba does not know is most often a name."""
    return "n" if tag == "x" and word > "㐀" else "x"
