"""The verbs about annotations, as a script sees them."""

from collections.abc import Callable
from typing import Any

Reader = Callable[..., Any]

ANNOTATION = {
    "id", "article", "version", "kind", "quote", "start", "end", "passage", "prefix", "suffix", "note", "tags",
    "owner", "due", "creator", "created", "modified", "orphan",
}  # fmt: skip


def test_annotate_places_a_quote(reader: Reader, saved: str) -> None:
    text = reader("show", saved, "--json").json["text"]
    told = reader(
        "annotate", saved, "--quote", "8732件", "--kind", "data", "--note", "核对", "--tag", "一码通", "--json"
    )
    assert told.status == 0 and told.json.keys() == ANNOTATION
    mark = told.json
    assert text[mark["start"] : mark["end"]] == mark["quote"] == "8732件"
    assert text[: mark["start"]].endswith(mark["prefix"]) and len(mark["prefix"]) == 32
    assert mark["passage"] == "2-5" and mark["orphan"] is False and mark["tags"] == ["一码通"]
    whole = ("annotate", saved, "--note", "拟订方案", "--json")
    action = reader(*whole, "--kind", "action", "--owner", "张明", "--due", "2026-12-01")
    assert (action.json["owner"], action.json["due"], action.json["start"]) == ("张明", "2026-12-01", None)


def test_an_ambiguous_quote_is_refused_with_its_places(reader: Reader, saved: str) -> None:
    told = reader("annotate", saved, "--quote", "42个社区", "--json")
    assert told.status == 1 and told.json["error"] == "ambiguous"
    first, second = told.json["places"]
    assert first.keys() == {"start", "end", "passage", "context"} and "6个街道" in first["context"]
    assert reader("annotations", "--json").json == []
    chosen = reader("annotate", saved, "--quote", "42个社区", "--start", second["start"], "--json")
    assert chosen.json["start"] == second["start"]
    chosen = reader("annotate", saved, "--quote", "42个社区", "--prefix", "将6个街道、", "--json")
    assert chosen.json["start"] == first["start"]
    spoken = reader("annotate", saved, "--quote", "42个社区", "--lang", "zh_CN")
    assert spoken.status == 1 and "6个街道" in spoken.err and spoken.out == b""


def test_edit_annotation(reader: Reader, saved: str) -> None:
    mark = reader("annotate", saved, "--quote", "516个网格", "--tag", "甲", "--json").json
    told = reader(
        "edit-annotation", mark["id"][:12], "--kind", "borrow", "--note", "改", "--tag", "乙", "--untag", "甲",
        "--end", mark["end"] - 2, "--json",
    )  # fmt: skip
    assert told.json.keys() == ANNOTATION
    assert (told.json["kind"], told.json["note"], told.json["tags"]) == ("borrow", "改", ["乙"])
    assert told.json["quote"] == "516个"
    assert reader("annotations", saved, "--kind", "borrow", "--tag", "乙", "--json").json == [told.json]
    assert reader("annotations", "--orphans", "--json").json == []
