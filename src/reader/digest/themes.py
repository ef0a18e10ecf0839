"""What sections of governance reports are about: the dimensions by which study groups set reports side by side.

Titles are slogans (建强“主心骨”, 用好“金钥匙”) and hardly two reports have words of them in common; the plain words of
the sections say what each is about.
"""

import math
import re

THEMES: dict[str, str] = {
    "组织体系": "党组织 党支部 党总支 党小组 党委 党工委 大工委 组织体系 组织架构 组织覆盖 组织力 堡垒 主心骨 一肩挑",
    "联建共建": "联建 共建 结对 包社区 包联 资源清单 驻区单位 报到 朋友圈 社会组织",
    "网格管理": "网格 楼栋 楼院 单元长 楼门长",
    "工作机制": "机制 制度 联席会议 考核 绩效 督办 闭环 责任制",
    "队伍建设": "队伍 骨干 人才 干部 选派 第一书记 培训 志愿者 社区工作者",
    "数字平台": "数字 数智 智慧 智能 平台 数据 信息化 系统 端口 小程序 互联网 线上",
    "为民服务": "服务 便民 为民 办事 诉求 接诉即办 微心愿 困难 救助 养老 民生",
    "群众参与": "居民 村民 群众 议事 协商 自治 评议 共治",
    "新就业群体": "新就业 新业态 快递 外卖 骑手 网约车 货车司机 小哥",
    "矛盾化解": "矛盾 纠纷 调解 信访 法律 法治 无诉",
    "平安建设": "安全 隐患 应急 平安 治安 防汛 消防 预警",
    "人居环境": "环境 市容 垃圾 绿化 污染 生态 河长",
    "产业发展": "产业 企业 营商环境 发展环境 消费环境 营商 项目 投资 集体经济 科技 创新 外贸",
    "就业增收": "就业 创业 增收 招聘 技能",
    "文化教育": "文化 文明 宣传 宣讲 教育 学习 文艺 阅读 青年",
}
"""Dimension → words that speak of it."""

_TITLE = 2.0
"""A word in the title counts as much as three in the section, and its section goes on adding to it."""
_DOUBT = 1.5
"""A word or two somewhere in a section do not yet say what it is about."""

_THEME_OF = {word: theme for theme, words in THEMES.items() for word in words.split()}
_WORDS = re.compile("|".join(sorted(map(re.escape, _THEME_OF), key=lambda word: (-len(word), word))))


def themes(title: str, section: str) -> dict[str, float]:
    """Theme → weight, of a section with its title (both folded). The squares of the weights add up to less than 1, and
    come near it the more words speak of any theme."""
    counts = _counts(section)
    weights = {theme: math.log2(1 + number) for theme, number in counts.items()}
    for theme in _counts(title):
        weights[theme] = weights.get(theme, 0.0) + _TITLE
    length = math.hypot(_DOUBT, *weights.values())
    return {theme: weights[theme] / length for theme in THEMES if theme in weights}


def _counts(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in _WORDS.findall(text):
        theme = _THEME_OF[word]
        counts[theme] = counts.get(theme, 0) + 1
    return counts
