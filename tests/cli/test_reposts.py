"""`reader resembling`: where a text comes from and what it resembles, for scripts and for people."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

WORDS = "社区治理基层党建网格服务群众矛盾调解平安街道乡镇村委居委书记代表议事协商红色引领共享资源队伍培训考核清单公开"
CHANCE = random.Random(1)
PARAGRAPHS = ["，".join("".join(CHANCE.choices(WORDS, k=12)) for _ in range(6)) + "。" for _ in range(20)]


def page(title: str, paragraphs: list[str], source: str) -> str:
    body = "".join(f"<p>{each}</p>" for each in paragraphs)
    return (
        f"<html><head><meta charset='utf-8'><title>{title}</title></head><body><h1>{title}</h1>"
        f"<div>发布时间：2026-05-06 来源：{source}</div><div class='article-content'>{body}</div></body></html>"
    )


def add(reader: Callable[..., Any], folder: Path, name: str, paragraphs: list[str], language: str = "en") -> Any:
    file = folder / f"{name}.html"
    file.write_text(page(f"网格报告{name}", paragraphs, "云岭日报"), encoding="utf-8")
    return reader("--lang", language, "add", file, "--url", f"https://www.{name}.example/1.html", "--json")


def test_a_repost_is_told_when_added_and_when_asked(reader: Callable[..., Any], tmp_path: Path) -> None:
    first = add(reader, tmp_path, "jia", PARAGRAPHS).json[0]["id"]
    near = [*PARAGRAPHS[:-1], "编辑另写了一个结尾，与原文不同。"]
    second = add(reader, tmp_path, "yi", near).json[0]
    assert second["duplicate_of"] == first
    assert 0.9 < second["resemblance"] < 1 and 0.9 < second["contained"] < 1
    told = reader("resembling", second["id"][:8], "--json").json
    assert [(link["role"], link["name"], link["id"]) for link in told["chain"]] == [
        ("site", "yi.example", second["id"]),
        ("source", "云岭日报", first),
    ]
    (found,) = told["resembling"]
    assert found == {
        "id": first,
        "title": "网格报告jia",
        "source": "云岭日报",
        "published": "2026-05-06",
        "site": "jia.example",
        "share": second["resemblance"],
        "contained": second["contained"],
    }


def test_people_are_told_in_their_language(reader: Callable[..., Any], tmp_path: Path) -> None:
    first = add(reader, tmp_path, "jia", PARAGRAPHS).json[0]["id"]
    file = tmp_path / "乙.html"
    file.write_text(page("网格报告乙", PARAGRAPHS[:6], "云岭日报"), encoding="utf-8")
    told = reader("--lang", "zh_CN", "add", file, "--url", "https://www.yi.example/1.html")
    assert "全文的 100% 见于“网格报告jia”" in told.text
    lines = reader("--lang", "zh_CN", "resembling", first).text.splitlines()
    assert lines[0].split()[:3] == ["保存自", "jia.example", "2026-05-06"]
    assert lines[1].split()[:3] == ["←", "来源", "云岭日报"]
    assert "包含该篇的 100%" in lines[-1] and "网格报告乙" in lines[-1]


def test_nothing_like_it_is_said_and_is_no_failure(reader: Callable[..., Any], saved: str) -> None:
    told = reader("--lang", "en", "resembling", saved)
    assert told.status == 0 and "Nothing in the library resembles it." in told.text
    assert reader("resembling", "ffff", "--json").status == 1
