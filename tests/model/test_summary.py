"""What every writer reads off a paper."""

from reader.model.summary import Paragraph, Summary, TextRun


def test_the_title_on_one_line_is_joined_as_its_language_does() -> None:
    assert Summary(("青禾县“一网三员”", "学习材料")).plain_title == "青禾县“一网三员”学习材料"
    assert Summary(("Governance in", "Qinghe County"), language="en").plain_title == "Governance in Qinghe County"


def test_a_paragraph_reads_as_its_runs_do() -> None:
    assert Paragraph((TextRun("来源：", strong=True), TextRun("云岭日报", footnote=1))).text == "来源：云岭日报"
