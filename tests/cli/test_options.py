"""Values of options that the command line turns into something else, and the lists it keeps of what the core has."""

import pytest

from reader.cli import options
from reader.services import exporting, interchange


def test_its_lists_are_those_of_the_core() -> None:
    """They stand twice, because `reader list` must not load what makes papers."""
    assert set(options.FORMATS) == set(exporting.EXTENSIONS) and set(options.PROFILES) == set(exporting.PROFILES)
    assert set(options.TEMPLATES) == set(exporting.TEMPLATES) and options.PAPER_ORDERS == exporting.ORDERS
    assert set(options.CITATION_STYLES) == set(exporting.STYLES) > set(options.PAPER_STYLES)
    assert set(options.INTERCHANGE_FORMATS) == set(interchange.WRITTEN)


@pytest.mark.parametrize(
    ("turn", "value", "wanted"),
    [
        (options._place, "120-124", (120, 124)),
        (options._place, "120", (120, None)),
        (options._setting, "object=网格=点", ("object", "网格=点")),
        (options._setting, "unit=", ("unit", "")),
        (options._section, "actions = 下一步工作", ("actions", "下一步工作")),
        (options._section, "actions", ("actions", "")),
        (options._pace, "180", 180),
        (options._calendar_date, "", ""),
    ],
)
def test_values_are_read(turn: object, value: str, wanted: object) -> None:
    assert turn(value) == wanted  # type: ignore[operator]


@pytest.mark.parametrize(
    ("turn", "value"),
    [
        (options._place, "124-120"),
        (options._place, "-1"),
        (options._setting, "网格"),
        (options._setting, "=x"),
        (options._section, "=x"),
        (options._pace, "0"),
        (options._count, "-1"),
        (options._calendar_date, "2026-02-30"),
    ],
)
def test_others_are_refused(turn: object, value: str) -> None:
    with pytest.raises(ValueError):
        turn(value)  # type: ignore[operator]


def test_the_end_of_an_options_help_key_is_its_long_name() -> None:
    assert [options.Option(flags).name for flags in (("-o", "--output"), ("--no-images",), ("id",))] == [
        "output", "no_images", "id",
    ]  # fmt: skip
