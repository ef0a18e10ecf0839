"""Where strings occur in a text."""

from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from reader.digest.occurrences import occurrences

WORDS = st.text(st.sampled_from("甲乙丙"), min_size=2, max_size=4)


@given(st.text(st.sampled_from("甲乙丙\n"), max_size=60), st.lists(WORDS))
def test_it_finds_what_a_search_finds(text: str, strings: list[str]) -> None:
    found = occurrences(text, strings)
    for string in strings:
        places = [index for index in range(len(text)) if text.startswith(string, index)]
        assert [place.start for place in found[string]] == places
        assert all(text[place.start : place.end] == string for place in found[string])


def test_numbers_are_found_whole() -> None:
    found = occurrences("365，1365，3651，20条，120条", ["365", "20条"])
    assert [tuple(place) for place in found["365"]] == [(0, 3)]
    assert [tuple(place) for place in found["20条"]] == [(14, 17)]


def test_characters_of_patterns_are_plain_characters() -> None:
    assert len(occurrences("1+1+N，[甲]，^乙", ["1+1+N", "[甲]", "^乙"])["[甲]"]) == 1
    assert occurrences("甲", []) == {}


def test_many_strings_take_no_longer_than_few() -> None:
    strings = [f"甲乙{chr(0x4E00 + index)}{chr(0x5E00 + index)}" for index in range(5000)]
    text = "".join(strings) * 4
    started = process_time()
    found = occurrences(text, strings)
    assert process_time() - started < 2  # a search for each string would take 5,000 times 80,000 characters
    assert all(len(places) == 4 for places in found.values())
