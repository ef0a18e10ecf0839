"""The five kinds: their stored values and seals are for ever."""

from reader.model.annotation import CONTEXT, SEALS, Kind


def test_kinds_are_what_files_and_scripts_know() -> None:
    assert [kind.value for kind in Kind] == ["key", "borrow", "data", "question", "action"]
    assert "".join(kind.seal for kind in Kind) == "要鉴数问行"
    assert set(SEALS) == set(Kind)


def test_context_is_as_long_as_elsewhere() -> None:
    assert CONTEXT == 32
