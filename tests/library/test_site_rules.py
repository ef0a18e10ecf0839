"""Rules for sites: one per site, the newest wins, removed for good."""

from reader.library import Library


def test_one_rule_per_site_and_the_newest_wins(library: Library) -> None:
    rules = library.site_rules
    rules.remember("example.org", "#zoom")
    rules.remember("example.net", "div.a")
    rules.remember("example.org", "div.TRS_Editor")
    assert [(rule.site, rule.body) for rule in rules.list()] == [
        ("example.net", "div.a"), ("example.org", "div.TRS_Editor"),
    ]  # fmt: skip
    assert rules.body("example.org") == "div.TRS_Editor"
    assert rules.body("news.example.org") == rules.body(None) == ""


def test_a_forgotten_rule_is_gone(library: Library) -> None:
    library.site_rules.remember("example.org", "#zoom")
    assert library.site_rules.forget("example.org")
    assert not library.site_rules.forget("example.org")
    assert library.site_rules.list() == []
