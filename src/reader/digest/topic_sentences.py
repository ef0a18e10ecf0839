"""Topic sentences: short sentences that open parallel paragraphs and say what each is about.

强化组织引领。全区…… / 织密服务网络。各街道…… : only in series, and only when a sentence reads like a slogan, which
begins with what is to be done; what reports an event, names a person or gives a figure opens an ordinary paragraph.
"""

import re
from collections.abc import Sequence
from itertools import groupby

from reader.digest.labels import Label, Paragraph

TOPIC, LEAD = "topic", "lead"
"""Devices: a first sentence, and a bold one."""
_LONGEST = 36
"""Characters of a topic sentence (labelling guide, 2c)."""
_REST = 12
"""Characters that follow it at least; a sentence that is alone in its line opens nothing."""
_SENTENCE = re.compile(rf"(?:“[^”\n]{{0,30}}”|[^。!?;:\n“”]){{4,{_LONGEST}}}。")
_QUOTED = re.compile(r"“[^”]*”|\([^)]*\)")
_ORDINARY = re.compile(
    r"(?:说|表示|介绍|指出|强调|认为|要求|透露|坦言|感慨|告诉记者)(?:,|。|$)|\d|[年月]来|了(?:$|[,一-鿿])|"
    r"(?:^|,)(?:我们?|你|他们?|她们?|这|那|该|其中|同时|此外|另外|但|因此|所以|如果|虽然|当|据|在|对于?|为了?|从|随着|"
    r"目前|今年|去年|当前|近日|日前|如今|下一步|截至|会议|会上|活动|记者|笔者|不仅|既|由于|根据|按照|经过)"
)
"""What reports, counts, points or joins."""
_VERBS = """
强化 构建 建立 健全 完善 推进 推动 深化 优化 提升 提高 坚持 突出 聚焦 聚力 聚合 拓展
拓宽 创新 打造 搭建 实施 开展 抓住 做精 凝聚 激发 发挥 培育 培养 整合 统筹 引领 引导
规范 严格 严守 保障 改善 促进 加快 全面 全力 全方位 深入 着力 大力 积极 持续 不断 有序
有效 稳步 协同 协调 下沉 树立 增进 丰富 赋能 集聚 汇聚 汇集 破解 破除 化解 解决 守住
守护 紧扣 紧盯 紧抓 紧贴 围绕 把握 明确 明晰 理顺 理清 厘清 细化 量化 硬化 固化 强基
补齐 延伸 延长 扩展 扩容 覆盖 连接 联动 联建 共建 共享 挖掘 释放 营造 弘扬 传承 厚植
涵养 锻造 锤炼 淬炼 配齐 练就 磨砺 提振 振兴 发展 建设 建成 实现 确保 保持 巩固 维护
捍卫 监督 奖惩 激励 鼓励 支持 扶持 帮扶 关爱 关心 服务 便民 惠民 倾听 回应 响应 解读
宣传 宣讲 动员 发动 组建 成立 设立 设置 划分 划小 优选 精选 精心 充分 率先 勇于 敢于
善于 依托 借助 运用 利用 推行 推广 推出 探索 试行 改进 改造 更新 升级 转变 转型 变革
重塑 再造 重构 重组 调整 调动 简化 精简 减轻 降低 消除 防范 防控 防止 遏制 打击 整治
清理 清除 根治 严惩 严管 管住 管理 盯住 架起 搭起 铺就 绘就 绘制 描绘 谱写 书写 点燃
画出 跑出 迈出 开启 开创 开辟 闯出 蹚出 牢记 牵住 扛起 担当 履行 恪守 遵循 贯彻 领会
筑起 筑造 铸就 铸造 注重 重视 突破 攻克 攻坚 对标 摸清 掌握 唤醒 留住 引进 引育 吸引
招引 招募 招录 链接 对接 衔接 融合 融入 嵌入 转化 兑现 兜住 托起 托举 支撑 牵引 驱动
带动 拉动 撬动 串起 串联 打破 放宽 放权 赋权 授权 还权 减负 松绑 共治 共商 联合 联手
共筑 打通 畅通 贯通 联通 充实 同心 争创 争当 创建 创设
"""
_STARTS = re.compile(
    "(?:以[^,。]{2,16}(?:为|促|带|推|聚|强|提|引|激|赋|筑|助|破|解|优|护|惠|建|治|管)|坚决|更加|进一步|多措并举|"
    + "|".join(_VERBS.split())
    + r"|(?![最重伟巨广良较更很不友真现事其美充])[一-鿿][强好实牢密紧细深透活响亮准优大严足稳][“一-鿿])"
)
"""How a slogan begins: with what is done, often a verb with what it shall lead to (建强, 织密)."""


def topic_sentences(shadow: str, lines: Sequence[Paragraph], sections: Sequence[Sequence[int]]) -> list[Label]:
    """The topic sentences within each section, given as the paragraphs in it that nothing else divides."""
    found = []
    for section in sections:
        possible = [label for index in section if (label := _possible(shadow, lines[index], index))]
        found += _parallel(shadow, possible)
    return found


def _possible(shadow: str, line: Paragraph, index: int) -> Label | None:
    match = _SENTENCE.match(shadow, line.start, line.end)
    if not match or len(match[0]) > _LONGEST + 1 or line.end - match.end() < _REST or line.is_quote:
        return None
    if _ORDINARY.search(_QUOTED.sub("", match[0])):
        return None
    return Label(line.start, line.start, match.end() - 1, TOPIC, index)


def _parallel(shadow: str, possible: Sequence[Label]) -> list[Label]:
    """Those that begin as slogans do, and those cut to the same measure as one before or after them."""
    chosen = {label for label in possible if _STARTS.match(shadow, label.start, label.end)}
    if len(chosen) < 2:
        chosen = set()
    for measure, group in groupby(possible, lambda label: _measure(shadow, label)):
        alike = list(group)
        if len(alike) > (1 if len(measure) > 1 else 2):  # sentences of one clause are easily of one size
            chosen.update(alike)
    return [label for label in possible if label in chosen]


def _measure(shadow: str, label: Label) -> tuple[int, ...]:
    """The sizes of its clauses."""
    return tuple(len(clause) for clause in shadow[label.start : label.end].split(","))


def bold_leads(shadow: str, lines: Sequence[Paragraph], taken: set[int]) -> list[Label]:
    """Bold words with which paragraphs begin, where several do and the words are a sentence or end with a colon;
    `taken` are the paragraphs whose head is labelled already."""
    found = []
    for index, line in enumerate(lines):
        if index in taken or not 4 <= line.strong - line.start <= _LONGEST + 4 or line.is_bold:
            continue
        words = shadow[line.start : line.strong].rstrip("*_ ")
        if words[-1] in "。:" or shadow[line.start + len(words) :].lstrip("*_ ")[:1] in ("。", ":"):
            found.append(Label(line.start, line.start, line.start + len(words.rstrip("。:")), LEAD, index))
    return found if len(found) > 1 else []
