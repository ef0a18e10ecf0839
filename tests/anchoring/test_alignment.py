"""Which paragraph is which."""

from reader.anchoring.alignment import align_paragraphs

A = "青禾区把全区划分为128个网格，配备专职网格员256名，推动服务下沉到楼栋。"
B = "一年来，网格员入户走访3.2万户，解决群众难题1,560件，群众满意度持续提升。"
C = "成立了37个社区党委，选派37名骨干担任第一书记。"
OTHER = "乡村产业振兴示范带建设全面提速，特色农产品年销售额突破十亿元。"


def test_unchanged_paragraphs_are_paired() -> None:
    assert align_paragraphs([A, B, C], [A, B, C]) == [(0, 0), (1, 1), (2, 2)]


def test_inserted_and_deleted_paragraphs_have_no_partner() -> None:
    assert align_paragraphs([A, B, C], [A, OTHER, B]) == [(0, 0), (1, 2)]


def test_a_repeated_line_is_paired_with_its_own() -> None:
    old, new = [A, "一、做法", B, "一、做法", C], [A, B, "一、做法", C]
    assert align_paragraphs(old, new) == [(0, 0), (2, 1), (3, 2), (4, 3)]


def test_a_reworded_paragraph_is_known_again_between_strangers() -> None:
    again = A.replace("128", "132").replace("推动", "推动各项")
    assert align_paragraphs([C, A], [OTHER, again]) == [(1, 1)]


def test_a_change_of_punctuation_alone_is_the_same_paragraph() -> None:
    old = [f"第{number}条，共{number}项；" for number in range(300)]
    new = [each.replace("，", ",").replace("；", ";") for each in old]
    assert align_paragraphs(old, new) == [(number, number) for number in range(300)]


def test_a_moved_paragraph_is_deleted_and_inserted() -> None:
    assert align_paragraphs([A, B, C], [C, A, B]) == [(0, 1), (1, 2)]


def test_in_a_large_gap_paragraphs_are_found_by_what_only_they_share() -> None:
    old = [f"{A[:20]}编号{number:04d}的小区完成改造{number * 7:05d}平方米。" for number in range(120)]
    new = [f"新增{number}。" for number in range(40)] + [each.replace("完成", "已经完成了") for each in old]
    assert align_paragraphs(old, new) == [(number, number + 40) for number in range(120)]
