"""Every character is shown by a font that has it, or as a box."""

import dataclasses

import pytest
from PySide6.QtGui import QFontDatabase

from reader.export.fonts import Families
from reader.export.gbt9704 import Face
from reader.export.pdf_coverage import Coverage, allows_embedding, has_bold


def test_a_character_is_shown_in_the_face_of_its_text(families: Families) -> None:
    coverage = Coverage(families)
    for face, family in families.faces.items():
        assert coverage.show("治", face) == (family, "治")


def test_letters_and_digits_have_their_own_family_where_there_is_one(families: Families) -> None:
    latin = Coverage(dataclasses.replace(families, latin="Some Latin"))
    assert latin.show("7", Face.BODY) == ("Some Latin", "7")
    assert latin.show("治", Face.BODY)[0] != "Some Latin"


@pytest.mark.parametrize("character", ["\ue000", "\U0010fffd"])
def test_what_no_font_has_is_a_box(families: Families, character: str) -> None:
    family, shown = Coverage(families).show(character, Face.BODY)
    assert family == families.faces[Face.BODY] and shown in "□〓?"


def test_a_script_that_needs_shaping_is_never_shown_by_a_font_that_cannot(families: Families) -> None:
    able = QFontDatabase.families(QFontDatabase.WritingSystem.Devanagari)
    family, shown = Coverage(families).show("न", Face.BODY)
    assert (family in able and shown == "न") or (not able and shown in "□〓?")


@pytest.mark.parametrize("character", ["\u200d", "\ufe0f"])
def test_joiners_stay_what_they_are(families: Families, character: str) -> None:
    assert Coverage(families).show(character, Face.KAI) == (families.faces[Face.KAI], character)


@pytest.mark.parametrize(
    ("rights", "allowed"), [(0, True), (2, False), (4, True), (8, True), (0x104, True), (0x200, False), (0x302, False)]
)
def test_a_licence_that_forbids_embedding_is_obeyed(rights: int, allowed: bool) -> None:
    """Values of fsType as the OpenType specification names them."""
    assert allows_embedding(bytes(8) + rights.to_bytes(2, "big") + bytes(68)) is allowed


def test_a_font_that_says_nothing_of_its_licence_may_be_embedded() -> None:
    assert allows_embedding(b"")


def test_a_bold_weight_is_one_that_was_drawn(families: Families) -> None:
    for family in families.used:
        assert has_bold(family) is any(word in style for style in QFontDatabase.styles(family) for word in HEAVY)


HEAVY = ("Bold", "Black", "Heavy", "粗")
