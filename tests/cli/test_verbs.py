"""Every verb that is understood can be done, and every verb that can be done is understood."""

from reader.cli import options, verbs

WITHOUT_A_LIBRARY = {"extract", "restore"}


def test_arguments_and_verbs_agree() -> None:
    assert set(options.VERBS) == set(verbs.VERBS) | WITHOUT_A_LIBRARY


def test_every_verb_says_what_it_does() -> None:
    for name in verbs.VERBS:
        assert verbs.function_of(name).__doc__, name
