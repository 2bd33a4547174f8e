"""Work items: due by a day, month by month, and who carries how much."""

import pytest

from fenghua_analysis.findings import work_items
from tests.small_world import registry


def _item(number, list_="work", departments="区甲局", area="a"):
    return {
        "plan": "p2022",
        "list": list_,
        "number": number,
        "area": area,
        "name": f"事项{number}",
        "name_en": f"Item {number}",
        "departments": departments,
        "stated_departments": departments,
        "source": "s",
    }


def _step(number, step, start, end, list_="work"):
    return {
        "plan": "p2022",
        "list": list_,
        "number": number,
        "step": step,
        "start": f"2022-{start:02d}",
        "end": f"2022-{end:02d}",
        "timing": f"{start}-{end}月",
        "label": "做",
        "source": "s",
    }


@pytest.fixture
def reg():
    return registry(
        work_items=[
            _item(1),
            _item(2, departments="区甲局、区乙局"),
            _item(1, "reform", area="b"),
        ],
        milestones=[
            _step(1, 1, 2, 4),
            _step(1, 2, 5, 8),
            _step(2, 1, 1, 12),
            _step(1, 1, 10, 12, "reform"),
        ],
    )


def _schedules(reg, as_of):
    return work_items.schedules(reg, plans=["p2022"], as_of=as_of)


def test_an_item_runs_from_its_first_to_its_last_month(reg):
    first = _schedules(reg, "2022-06-30").iloc[0]
    assert (first.start, first.end, first.steps, first.due) == (
        "2022-02",
        "2022-08",
        2,
        1,
    )
    # February to August are 7 months; by the end of June 5 of them are over
    assert first.expected == pytest.approx(5 / 7)
    assert first.state == "under_way"


def test_states_on_a_day_and_work_before_reforms(reg):
    found = _schedules(reg, "2022-08-31")
    assert list(found["list"]) == ["work", "work", "reform"]
    assert list(found.state) == ["due", "under_way", "not_started"]


def test_completion_is_unknown_until_somebody_reports_it(reg):
    assert _schedules(reg, "2022-06-30").completed.isna().all()


def test_reported_completion_is_held_against_the_time_gone():
    reg = registry(
        work_items=[_item(1)],
        milestones=[_step(1, 1, 1, 12)],
        item_status=[
            {
                "plan": "p2022",
                "list": "work",
                "number": 1,
                "as_of": day,
                "completed": share,
                "status": "published",
                "source": "s",
            }
            for day, share in (("2022-03-31", 0.2), ("2022-06-30", 0.6))
        ],
    )
    row = _schedules(reg, "2022-06-30").iloc[0]
    assert (row.completed, row.expected) == (0.6, 0.5)
    assert row.lead == pytest.approx(0.1)
    assert _schedules(reg, "2022-05-31").iloc[0].completed == 0.2


def test_steps_count_in_the_month_in_which_they_end(reg):
    due = work_items.due_by_month(reg, plans=["p2022"])
    work = due[due["list"] == "work"].set_index("month")
    assert work.steps.to_dict()["2022-08"] == 1
    assert work.steps.to_dict()["2022-09"] == 0
    assert work.cumulative["2022-12"] == 3


def test_a_shared_item_counts_for_each_that_carries_it(reg):
    load = work_items.load_by_department(_schedules(reg, "2022-06-30"))
    rows = load.set_index("department")
    assert rows.loc["区甲局"][["work", "reform", "alone", "items"]].tolist() == [
        *(2, 1, 2, 3)
    ]
    assert rows.loc["区乙局"]["items"] == 1


def test_sections_stand_beside_the_number_their_heading_announces():
    reg = registry(
        work_items=[_item(1), _item(2)],
        milestones=[_step(1, 1, 1, 2), _step(2, 1, 1, 2)],
        areas=[
            {
                "area": "a",
                "name_zh": "甲",
                "name_en": "A",
                "source": "s",
                "position": 1,
                "stated_count": 3,
            }
        ],
    )
    row = work_items.by_section(_schedules(reg, "2022-06-30"), reg).iloc[0]
    assert (row["items"], row.announced, row.steps) == (2, 3, 2)


def test_a_plan_without_a_list_gives_empty_tables():
    reg = registry()
    assert _schedules(reg, "2022-06-30").empty
    assert work_items.due_by_month(reg, plans=["p2022"]).empty
