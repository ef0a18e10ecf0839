"""The record of what an export wrote."""

from hypothesis import given
from hypothesis import strategies as st

from reader.export.markdown_page import (
    Keys,
    MarkdownBlock,
    Page,
    heading_key,
    lines_of,
    property_fingerprint,
    record_of,
    text_of,
    without_record,
    written_record,
)

LINE = st.text(alphabet=st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]), max_size=12)
BLOCKS = st.lists(st.tuples(LINE, st.lists(LINE, min_size=1, max_size=4), st.booleans()), max_size=5)


@given(st.lists(LINE, max_size=4), BLOCKS, st.sampled_from(["", "- "]))
def test_a_record_is_read_as_it_was_written(
    header: list[str], blocks: list[tuple[str, list[str], bool]], start: str
) -> None:
    made = tuple(MarkdownBlock(key, tuple(lines), is_mark) for key, lines, is_mark in blocks)
    page = Page(tuple(header), made, (), start)
    body = [*lines_of(page), written_record(page)]
    assert without_record(body) == (lines_of(page), record_of(page))
    assert "--" not in written_record(page).removeprefix(start + "<!--").removesuffix("-->")


def test_what_stands_beside_a_record_stays_and_a_damaged_one_is_none() -> None:
    record = written_record(Page(("---",), (MarkdownBlock("a", ("x",)),), ()))
    assert without_record(["- " + record, "y"])[0] == ["y"]
    assert without_record([record + " 我写的", "y"])[0] == ["我写的", "y"]
    for damaged in (record.replace(":", "", 2), record.replace(" .", " ,"), "<!-- reader-paper: -->"):
        assert without_record([damaged])[1] is None


def test_properties_are_the_same_however_a_program_quotes_them() -> None:
    assert property_fingerprint('title: "甲 乙"') == property_fingerprint("title: '甲 乙'")
    assert property_fingerprint("title: 甲乙丙") != property_fingerprint("title: 甲 乙")


def test_a_heading_is_the_same_under_another_number() -> None:
    for heading in ("三、摘录", "（十二）摘录", "3. 摘录", "(2) 摘录", "IV. 摘录", "摘录"):
        assert heading_key(heading) == "#摘录"
    assert heading_key("三张清单") != heading_key("张清单")


def test_keys_are_unique_whatever_they_are() -> None:
    keys = Keys()
    made = [keys.unique(key) for key in ("a", "a", "a-2", "a", "a-2")]
    assert len(set(made)) == len(made) and made[:2] == ["a", "a-2"]


def test_a_file_ends_with_one_newline() -> None:
    assert text_of(("---",), ("a", "", "")) == "---\n\na\n"
