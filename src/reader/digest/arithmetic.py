"""Arithmetic among the figures of a report, for a person to judge: 65 = 37 + 28; 448 × 300; parts of the model."""

from collections.abc import Sequence

from reader.model.digest import Figure, HeadlineModel, Hint


def hints(figures: Sequence[Figure], model: HeadlineModel | None) -> list[Hint]:
    """What adds up, what multiplied is worth knowing, and whether the model has as many parts as it says."""
    return []
