"""One piece of work as the window sees it."""

import pytest

from reader.ui.task import Task, TaskState


@pytest.mark.parametrize(("done", "total", "fraction"), [(1, 4, 0.25), (9, 4, 1.0), (3, 0, None)])
def test_progress_is_a_share_that_is_never_more_than_all(done, total, fraction):
    assert Task(1, "Report", done=done, total=total).fraction == fraction


def test_what_waits_or_runs_is_not_over():
    assert [state for state in TaskState if not state.is_over] == [TaskState.WAITING, TaskState.RUNNING]
