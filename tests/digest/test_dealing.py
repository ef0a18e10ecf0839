"""Lists that 分别 deals numbers out to."""

import pytest

from reader.digest.dealing import dealt


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("解决率、满意率", ["解决率", "满意率"]),
        ("出口额和进口额", ["出口额", "进口额"]),
        ("城镇、农村居民人均可支配收入", ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
        ("占全国、本省进出口总值比重", ["占全国进出口总值比重", "占本省进出口总值比重"]),
        ("对东部、西部、北方三市等新兴市场出口", ["对东部新兴市场出口", "西部新兴市场出口", "北方三市新兴市场出口"]),
        ("满意率", ["满意率"]),
        ("", [""]),
    ],
)
def test_names(listed: str, names: list[str]) -> None:
    assert dealt(listed) == names
