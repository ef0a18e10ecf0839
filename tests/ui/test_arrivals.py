"""What became of sources, in one sentence."""

import pytest

from reader.model.article import AddOutcome, AddStatus

ADDED, WAITS = AddOutcome("a", AddStatus.ADDED, "1"), AddOutcome("a", AddStatus.FAILED, waiting=True)
TWIN = AddOutcome("a", AddStatus.ADDED, "2", duplicate_of="1")


@pytest.mark.parametrize(
    ("outcomes", "failed", "cancelled", "sentence"),
    [
        ([], 0, 0, ""),
        ([ADDED] * 298 + [AddOutcome("a", AddStatus.DUPLICATE, "3")], 1, 0, "298 saved, 1 known already, 1 failed"),
        ([ADDED, TWIN], 0, 0, "2 saved, 1 of them with the text of another"),
        ([AddOutcome("a", AddStatus.UPDATED, "3"), AddOutcome("a", AddStatus.RESTORED, "4")], 0, 0,
         "1 updated, 1 back from the trash"),
        ([WAITS, WAITS], 0, 7, "2 waiting for the network, 7 cancelled"),
    ],
)  # fmt: skip
def test_the_summary_names_only_what_there_is(window, outcomes, failed, cancelled, sentence):
    assert window.arrivals.summary(outcomes, failed, cancelled) == sentence
