"""What one run of the command line has at hand."""

import argparse
import io
import sys

import pytest

from reader.cli.output import Output
from reader.cli.run import STANDARD_INPUT_LIMIT, Run, standard_input
from reader.messages import Messages
from reader.model.errors import NotFoundError
from reader.services.session import Session


def test_standard_input_is_read_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    endless = io.BytesIO(b"x" * (STANDARD_INPUT_LIMIT + 100))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(endless))
    assert len(standard_input()) == STANDARD_INPUT_LIMIT


def test_ids_may_be_cut_and_one_bad_id_refuses_all(session: Session, article: str) -> None:
    def run(*ids: str) -> Run:
        return Run(argparse.Namespace(id=list(ids)), Output(Messages("en"), is_json=True), session)

    assert run(article[:8], article).articles() == [article, article]
    with pytest.raises(NotFoundError):
        run(article, "ffff").articles()
