"""Arithmetic for a person to judge: few hints, and none that chance makes."""

from reader.digest.arithmetic import hints
from reader.model.digest import Figure, FigureKind, HeadlineModel, Hint, HintKind, Item

from .items import Page

TEXT = (
    "清河市有65家包片单位参加。\n采取结对方式，组织37家牵头包片单位、28家联建单位进社区。\n"
    "按照每个网格300户的标准，全市划分网格448个。\n"
)


def figures(page: Page) -> list[Figure]:
    return [
        page.figure("65家", 65, "家", "包片单位"),
        page.figure("37家", 37, "家", "牵头包片单位"),
        page.figure("28家", 28, "家", "联建单位"),
        page.figure("300户", 300, "户", "每个网格"),
        page.figure("448个", 448, "个", "网格"),
    ]


def test_a_sum_across_paragraphs_and_a_standard_times_what_it_applies_to() -> None:
    page = Page(TEXT)
    assert hints(page.report, figures(page), None) == [
        Hint(HintKind.SUM, (0, 1, 2), 65),
        Hint(HintKind.PRODUCT, (3, 4), 134_400),
    ]


def test_things_of_another_family_do_not_add_up() -> None:
    page = Page(TEXT)
    total, *others = figures(page)
    other = Figure(text=total.text, start=total.start, end=total.end, value=65, unit="家", object="民营企业",
                   sentence=total.sentence)  # fmt: skip
    assert [hint.kind for hint in hints(page.report, [other, *others], None)] == [HintKind.PRODUCT]


def test_a_total_may_be_said_in_the_same_sentence() -> None:
    page = Page("全市共培育企业120家，其中东城80家、西城40家。")
    found = [page.figure("120家", 120, "家"), page.figure("80家", 80, "家"), page.figure("40家", 40, "家")]
    assert hints(page.report, found, None) == [Hint(HintKind.SUM, (0, 1, 2), 120)]


def test_no_sums_of_other_units_percentages_rounded_or_small_numbers() -> None:
    page = Page("共有村9个，其中山村5个、水村4个。")
    small = [page.figure(f"{n}个", n, "个", "村") for n in (9, 5, 4)]
    page = Page("共有党员120余名，其中男80名、女40名。")
    rounded = [page.figure("120余名", 120, "名", "党员", approx="余"),
               page.figure("80名", 80, "名", "党员"), page.figure("40名", 40, "名", "党员")]  # fmt: skip
    shares = Page("总占比90%，其中甲50%、乙40%。")
    percent = [shares.figure(f"{n}%", n, "%", "占比", kind=FigureKind.PERCENT) for n in (90, 50, 40)]
    units = Page("共120家，其中80家、40个。")
    mixed = [units.figure("120家", 120, "家"), units.figure("80家", 80, "家"), units.figure("40个", 40, "个")]
    assert hints(page.report, small, None) == hints(page.report, rounded, None) == []
    assert hints(shares.report, percent, None) == hints(units.report, mixed, None) == []


def test_a_standard_may_follow_its_figure_or_have_its_measure_word_alone() -> None:
    page = Page("以300户左右为一格，全区划分为516个网格。\n为困难家庭每户补贴500元，惠及5200户。\n")
    found = [page.figure("300户左右", 300, "户", approx="左右"), page.figure("516个", 516, "个", "网格"),
             page.figure("500元", 500, "元", "补贴", kind=FigureKind.MONEY),
             page.figure("5200户", 5200, "户", "惠及")]  # fmt: skip
    assert hints(page.report, found, None) == [
        Hint(HintKind.PRODUCT, (0, 1), 154_800),
        Hint(HintKind.PRODUCT, (2, 3), 2_600_000),
    ]


def test_a_standard_of_something_else_or_of_time_multiplies_nothing() -> None:
    page = Page("每名网格员联系50户，全市党员540名。每月走访20次，用时6个月。")
    found = [page.figure("50户", 50, "户"), page.figure("540名", 540, "名", "党员"), page.figure("20次", 20, "次"),
             page.figure("6个月", 6, "个月", kind=FigureKind.DURATION)]  # fmt: skip
    assert hints(page.report, found, None) == []


def test_two_standards_are_not_multiplied_with_each_other() -> None:
    page = Page("按每个网格300户、每个网格2名网格员的标准。")
    found = [page.figure("300户", 300, "户", "每个网格"), page.figure("2名", 2, "名", "网格员")]
    assert hints(page.report, found, None) == []


def test_the_parts_found_stand_beside_the_number_promised() -> None:
    page = Page("清河市推行“三联”工作法。")
    part = Item(text="三", start=6, end=7)
    name = HeadlineModel(text="“三联”工作法", start=5, end=12, number=3, parts=(part, part))
    assert hints(page.report, [], name) == [Hint(HintKind.PARTS, value=2, expected=3)]
    assert hints(page.report, [], HeadlineModel(text="“三联”工作法", start=5, end=12, number=3)) == []


def test_a_text_full_of_coincidences_gets_a_few_hints() -> None:
    page = Page("".join(f"村{n}户、村{n + 1}户，共村{2 * n + 1}户。" for n in range(10, 60)))
    found = [page.figure(f"{n}户", n, "户", "村") for first in range(10, 60) for n in (first, first + 1, 2 * first + 1)]
    assert 1 <= len(hints(page.report, found, None)) <= 8
