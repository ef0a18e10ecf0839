"""The value of a figure as a paper prints it, beside its unit."""

from reader.model.digest import Figure


def written_value(figure: Figure) -> str:
    """As the text has it, without the unit that stands in a column of its own: 1.3万, 300余, 近8万, 100—300, 80以上.

    Where the unit is not written in one piece (四个多月, 百分之八十) or another one is, the number itself.
    """
    lead, _, behind = figure.approx.rpartition("…")
    if not lead and behind not in figure.text:
        lead, behind = behind, ""
    words = figure.text.replace(figure.unit, "") if figure.unit in figure.text else _number(figure) + behind
    return lead + "".join(words.split())


def _number(figure: Figure) -> str:
    high = "" if figure.value2 is None else f"—{_plain(figure.value2)}"
    return _plain(figure.value) + high


def _plain(value: float) -> str:
    return f"{value:f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
