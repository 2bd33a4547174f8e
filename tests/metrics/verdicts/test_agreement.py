"""How far the rules beside the headline agree with it."""

import numpy as np
import pytest

from fenghua_analysis.metrics.verdicts import agreement, headline

LEVEL = {"kind": "level", "direction": "higher", "target": 100, "target_year": 2025}


def test_three_rules_in_favour():
    found = agreement(headline(range(2016, 2022), [55, 60, 65, 70, 75, 80], **LEVEL))
    # The symbol decides; the two others agree.
    assert (found.assessed, found.agreeing, found.favourable) == (2, 2, 3)


def test_a_rule_that_says_otherwise():
    # 60 → 80 in five years, then 3 a year would do; the last jump misleads the growth.
    series = [80, 60, 65, 70, 75, 80]
    verdict = headline(range(2016, 2022), series, **LEVEL)
    found = agreement(verdict)
    assert verdict.status == "off_track"
    assert found.favourable == 0
    assert (found.assessed, found.agreeing) == (2, 2)
    # With 2017 as the stated base the growth rules see twenty in four years.
    verdict = headline(
        range(2016, 2022), series, base_value=60, base_year=2017, **LEVEL
    )
    found = agreement(verdict)
    assert (verdict.status, found.agreeing, found.favourable) == ("off_track", 0, 2)


def test_without_a_headline_there_is_nothing_to_agree_with():
    found = agreement(headline([2021], [np.nan], **LEVEL))
    assert (found.assessed, found.agreeing, found.favourable) == (0, 0, 0)
    delegated = headline([2020, 2021], [1, 2], kind="delegated", direction="higher")
    assert agreement(delegated).assessed == 0


@pytest.mark.parametrize("value", [110, 90])
def test_a_final_figure_has_the_pace_of_its_own_rules_beside_it(value):
    found = agreement(headline([2020, 2025], [60, value], **LEVEL))
    assert (found.assessed, found.agreeing) == (2, 2)


def test_rows_give_what_each_gives():
    values = [[55, 60, 65, 70, 75, 80], [80, 60, 65, 70, 75, 80], [np.nan] * 6]
    found = agreement(headline(range(2016, 2022), values, **LEVEL))
    assert found.assessed.tolist() == [2, 2, 0]
    assert found.agreeing.tolist() == [2, 2, 0]
    assert found.favourable.tolist() == [3, 0, 0]
