"""What travels between libraries."""

from reader.model.annotation import Annotation, Kind
from reader.model.article import Metadata
from reader.model.interchange import Exchange, ExchangedArticle, ImportOutcome

MARK = Annotation("1" * 32, "", 0, Kind.KEY, note="一")


def test_annotations_of_all_articles_are_counted() -> None:
    full, empty = ExchangedArticle(Metadata(title="甲"), (MARK, MARK)), ExchangedArticle(Metadata(title="乙"))
    assert Exchange("csv", (full, empty, full)).annotations == 4


def test_an_import_that_only_found_what_was_there_changed_nothing() -> None:
    assert not ImportOutcome("csv", articles_matched=("a",), unchanged=3, skipped=1).is_change
    one = ("a",)
    for changed in ({"added": one}, {"restored": one}, {"updated": ((MARK, MARK),)}, {"articles_restored": one}):
        assert ImportOutcome("csv", **changed).is_change  # type: ignore[arg-type]
