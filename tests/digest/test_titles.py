"""Where titles end."""

import pytest

from reader.digest.titles import bare_end, title_span
from reader.text.shadow import shadow

OPENING = {
    "a line": ("一、加强领导，落实责任", "加强领导，落实责任"),
    "a short sentence": ("一是加大调控力度，推动经济好转。针对新情况，出台措施。", "加大调控力度，推动经济好转"),
    "a long sentence": (
        "一是深化改革扩大开放，持续改善营商环境，推动一批首创性举措在全市各领域落地见效并形成机制。",
        "深化改革扩大开放",
    ),
    "a full stop inside quotation marks": ("1.做好“说事。议事。办事”工作。每月一次。", "做好“说事。议事。办事”工作"),
    "a field": ("（一）时间：5月1日。", "时间：5月1日"),
    "when a phase is": ("（一）宣传发动阶段（3月1日—4月30日）", "宣传发动阶段"),
    "a remark in brackets that is no time": (
        "（一）推进铁路（高铁）快运稳步发展。",
        "推进铁路（高铁）快运稳步发展",
    ),
    "a lost line break": (
        "一、目标要求按照“生产发展、生活宽裕”的要求，坚持从实际出发，尊重农民意愿，扎实稳步推进各项建设。",
        "目标要求",
    ),
    "the same words in a short line": ("一、工作目标责任制", "工作目标责任制"),
    "a sentence that a semicolon ends": ("1.推进网格建设；", "推进网格建设"),
}


@pytest.mark.parametrize(("line", "title"), OPENING.values(), ids=OPENING.keys())
def test_a_marker_that_opens_a_paragraph(line, title):
    after = next(place for place, mark in enumerate(line) if mark in "、）.是") + 1
    start, end = title_span(shadow(line), after, len(line), opens=True)
    assert line[start:end] == title


INSIDE = {
    "the first clause": ("一是搭建平台，提升能力；", "搭建平台"),
    "quotation marks keep commas": ("一是“各吹各的号,各唱各的调”；", "“各吹各的号,各唱各的调”"),
    "brackets keep commas": ("一是市直机关(企业,事业)包社区，", "市直机关(企业,事业)包社区"),
    "to a colon": ("一是抓服务：送政策", "抓服务"),
    "nothing": ("一是，。", ""),
}


@pytest.mark.parametrize(("line", "title"), INSIDE.values(), ids=INSIDE.keys())
def test_a_marker_inside_a_paragraph(line, title):
    start, end = title_span(shadow(line), 2, len(line), opens=False)
    assert line[start : max(start, end)] == title


def test_a_title_without_an_end_is_cut():
    start, end = title_span("甲" * 1000, 0, 1000, opens=False)
    assert 0 < end - start <= 120


def test_punctuation_at_the_end_is_no_part_of_it():
    assert bare_end("网格建设:。", 0, 6) == 4
