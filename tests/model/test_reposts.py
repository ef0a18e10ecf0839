"""The reprint chain."""

from reader.model.reposts import Role


def test_roles_are_words_of_the_command_line_in_the_order_of_the_chain():
    assert [role.value for role in Role] == ["site", "source", "original"]
