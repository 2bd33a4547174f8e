"""Other years and other levels: worth a note where a promise grows weaker."""

import pytest

from fenghua_analysis.audit import evidence
from fenghua_analysis.audit.findings import NOTE
from fenghua_analysis.audit.numbers.crossings import crossings as of_groups
from tests.audit.numbers.examples import document, on_groups

crossings = on_groups(of_groups)

CITY, DISTRICT = "临湖市2025年工作要点", "临湖市东城区{}年工作要点"


def between(one: str, other: str, *, titles: tuple[str, str]) -> list[str]:
    read = [
        evidence(document(one, title=titles[0], name="a.txt")),
        evidence(document(other, title=titles[1], name="b.txt")),
    ]
    findings = list(crossings(read))
    assert all(finding.severity == NOTE for finding in findings)
    return [f"{finding.kind}.{finding.key}" for finding in findings]


@pytest.mark.parametrize(
    ("before", "after", "noted"),
    [
        ("新增托位420个。", "新增托位450个。", False),
        ("新增普惠托位280个。", "新增普惠托位270个。", True),
        ("失业率低于3.5%。", "失业率低于3.2%。", False),  # lower is better
        ("失业率低于3.2%。", "失业率低于3.5%。", True),
        ("失业率低于3.5%。", "失业率控制在3.5%以内。", True),
        ("城乡居民收入倍差1.67。", "城乡居民收入倍差1.65。", False),
        ("生产总值增长8%。", "生产总值增长6%。", False),  # growth may slow
    ],
)
def test_a_later_target_that_asks_less_is_noted(
    before: str, after: str, noted: bool
) -> None:
    titles = (DISTRICT.format(2023), DISTRICT.format(2024))
    assert bool(between(before, after, titles=titles)) == noted


def test_a_ceiling_above_what_was_reached_leaves_room_on_purpose() -> None:
    titles = ("2023年临湖市国民经济和社会发展统计公报", "临湖市2024年工作要点")
    assert not between("失业率为2.9%。", "失业率控制在3.5%以内。", titles=titles)
    assert between("参保率为99.2%。", "参保率达到98%以上。", titles=titles)


@pytest.mark.parametrize(
    ("district", "city", "year", "key"),
    [
        ("每万老人护理员29人。", "每万老人护理员28人。", 2024, "ahead"),
        ("最低生活保障标准14700元。", "最低生活保障标准14000元。", 2023, "ahead"),
        ("社区覆盖率达到70%。", "社区覆盖率达到80%。", 2024, ""),  # a year is left
        ("社区覆盖率达到70%。", "社区覆盖率达到80%。", 2025, "behind"),
        ("新建老年食堂20家。", "新建老年食堂200家。", 2025, ""),  # a total, not a rate
    ],
)
def test_a_district_ahead_of_its_city_or_behind_it_is_noted(
    district: str, city: str, year: int, key: str
) -> None:
    found = between(district, city, titles=(DISTRICT.format(year), CITY))
    assert found == ([f"cross_level.{key}"] if key else [])
