"""What the user said of a link outlives the program as JSON."""

from reader.model.waiting import AddOptions


def test_options_survive_and_saying_nothing_is_empty() -> None:
    said = AddOptions(title="学习材料一", images=False)
    assert AddOptions.from_json(said.as_json()) == said
    assert AddOptions().as_json() == {}


def test_what_a_later_version_wrote_is_left_out() -> None:
    assert AddOptions.from_json({"title": "甲", "proxy": "x"}) == AddOptions(title="甲")
