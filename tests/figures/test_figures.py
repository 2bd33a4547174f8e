"""Figures: the finding in the title, a sentence beside it, and every glyph."""

from pathlib import Path

import pandas as pd
import pytest

from fenghua_analysis import wording
from fenghua_analysis.assessment import VERDICTS
from fenghua_analysis.errors import DataError
from fenghua_analysis.figures import theme
from fenghua_analysis.figures.income_bands import draw_band_curve, draw_band_shares
from fenghua_analysis.figures.income_ratio import draw_frontier, draw_ratios
from fenghua_analysis.figures.schedules import draw_due_by_month, draw_gantt, draw_money
from fenghua_analysis.figures.scoreboard import draw_gaps, draw_scoreboard
from fenghua_analysis.figures.townships import draw_strip, draw_township_map
from fenghua_analysis.findings import income_bands, scoreboard, urban_rural
from fenghua_analysis.presentation import VERDICT_MARKERS
from fenghua_analysis.registry import load_registry
from fenghua_analysis.study import open_study

DATA = Path(__file__).resolve().parents[2] / "data"
EAST, WEST = "330213001", "330213002"
CASE = {"accent": "330200", "target": 1.67, "owner": "奉化区"}


@pytest.fixture(scope="module")
def registry():
    return load_registry(DATA)


def _texts(drawing):
    figure = drawing.axes.figure
    return [text.get_text() for text in figure.findobj(match=_is_text)]


def _is_text(artist):
    from matplotlib.text import Text

    return isinstance(artist, Text) and bool(artist.get_text())


@pytest.fixture
def ratios():
    return pd.DataFrame(
        {
            "region": ["330200", "330200", "330100", "330100", "330000", "330000"],
            "level": ["city"] * 4 + ["province"] * 2,
            "year": [2021, 2022] * 3,
            "ratio": [1.720, 1.686, 1.75, 1.71, 1.94, 1.90],
            "old": False,
        }
    )


def test_the_title_of_the_ratio_states_figure_and_gap(ratios, registry):
    drawing = draw_ratios(ratios, registry=registry, **CASE)
    assert drawing.title.startswith("宁波市2022年城乡居民收入倍差1.686，距")
    assert drawing.title.endswith("还差0.016")
    assert "另外1个设区市" in drawing.alt
    assert "奉化区目标 1.67" in _texts(drawing)


def test_figures_speak_the_language_of_the_run(ratios, registry):
    with wording.speaking("en"):
        drawing = draw_ratios(
            ratios, registry=registry, **(CASE | {"owner": "Fenghua"})
        )
    assert drawing.title.startswith("Ningbo's urban–rural ratio was 1.686 in 2022")
    assert not any("城" in text for text in _texts(drawing))


def test_illustrative_figures_say_so_across_the_picture(ratios, registry):
    options = {"registry": registry, **CASE}
    marked = draw_ratios(ratios, illustrative=True, **options)
    plain = draw_ratios(ratios, **options)
    assert "示意数据" in _texts(marked)
    assert "示意数据" not in _texts(plain)


def test_without_a_target_of_its_own_a_region_has_no_line(ratios, registry):
    options = CASE | {"target": float("nan"), "owner": "余姚市"}
    drawing = draw_ratios(ratios, registry=registry, **options)
    assert drawing.title == "宁波市2022年城乡居民收入倍差1.686"
    assert not any("目标" in text for text in _texts(drawing))


def test_a_ratio_below_the_target_is_not_said_to_be_short_of_it(ratios, registry):
    title = draw_ratios(ratios, registry=registry, **(CASE | {"target": 1.7})).title
    assert title == "宁波市2022年城乡居民收入倍差1.686，不高于奉化区目标1.7"


def test_no_source_is_named_alone_for_what_was_invented(ratios, registry):
    marked = draw_ratios(ratios, registry=registry, illustrative=True, **CASE)
    # A line may break anywhere between Chinese characters.
    shown = "".join(_texts(marked)).replace("\n", "")
    assert "含示意数据，不是统计结果" in shown


def test_a_character_without_a_glyph_stops_the_figure(tmp_path):
    with theme.themed():
        ax = theme.canvas(None)
    ax.set_title("\ue123")  # a private character, in none of the fonts
    with pytest.raises(DataError, match="字体缺少要显示的字"):
        theme.save(theme.Drawing(ax, "t", "a"), tmp_path / "x")


@pytest.mark.parametrize("name", ["鄞州区", "㳇", "𬭎"])
def test_rare_characters_of_place_names_have_their_glyphs(name, tmp_path):
    with theme.themed():
        ax = theme.canvas(None)
    ax.set_title(name)
    assert len(theme.save(theme.Drawing(ax, name, name), tmp_path / "x")) == 2


def test_the_same_table_gives_the_same_bytes(ratios, registry, tmp_path):
    options = {"registry": registry, **CASE}
    for name in ("a", "b"):
        theme.save(draw_ratios(ratios, **options), tmp_path / name)
    for ending in ("png", "svg"):
        first, second = (tmp_path / f"{name}.{ending}" for name in "ab")
        assert first.read_bytes() == second.read_bytes()


def test_every_verdict_has_a_marker_and_a_colour_of_its_own():
    markers = [VERDICT_MARKERS[verdict] for verdict in VERDICTS]
    colours = [theme.VERDICT_COLOURS[verdict] for verdict in VERDICTS]
    assert len(set(markers)) == len(set(colours)) == len(VERDICTS)


GROWTH = {"start": 1.686, "target": 1.67, "place": "宁波市", "owner": "奉化区"}


def test_the_frontier_shows_the_pairs_that_reach_the_target():
    frontier = urban_rural.frontier(1.686, target=1.67)
    drawing = draw_frontier(frontier, observed=(2022, 0.038, 0.059), **GROWTH)
    # 1.686 / 1.67 − 1 = 0.958 %
    assert "1.0个百分点" in drawing.title
    assert "宁波市2022年实际：城镇3.8%、农村5.9%" in _texts(drawing)


def test_townships_without_figures_are_said_to_be_unpublished(registry):
    tiles = pd.DataFrame({"region": [EAST, WEST], "ratio": [None, None]}, dtype=object)
    drawing = draw_township_map(
        tiles.astype({"ratio": float}), registry=registry, target=0.8
    )
    assert "未见12个镇（街道）的居民收入" in drawing.title
    assert sum("未见" in text for text in _texts(drawing)) >= 12
    assert any("审图号" in text for text in _texts(drawing))


def test_the_strip_names_the_lowest_and_what_it_needs(registry):
    rows = pd.DataFrame({"region": [WEST, EAST], "value": [42_000.0, 60_000.0]})
    rows["ratio"] = rows.value / 56_000
    drawing = draw_strip(rows, registry=registry, mean=56_000, target=0.8)
    # 0.8 × 56,000
    assert "44,800元" in drawing.title
    assert "岳林街道" in drawing.title


def test_the_curve_of_household_incomes_encloses_all_households():
    curve = income_bands.curve(56_000, size=3.0, gini=0.36, family="lognormal")
    # half-steps of 10,000 yuan: the density is a share per 10,000
    assert curve.density.sum() / 2 == pytest.approx(1, abs=0.005)
    assert draw_band_curve(curve, per_head=56_000, size=3.0, gini=0.36).title


def test_the_band_figure_quotes_the_range_and_the_target():
    title = draw_band_shares(*_bands()).title
    assert "60%—73%" in title
    assert "目标65%" in title


def _bands():
    targets = {"household_band_10_50": 0.65, "household_band_20_60": 0.25}
    promise = income_bands.BandPromise(56_000.0, targets, planned_size=3.0)
    return income_bands.band_shares(promise, census=2.22), promise


@pytest.fixture(scope="module")
def study():
    return open_study("figures", data_dir=str(DATA))


def test_the_scoreboard_counts_every_target_once(study):
    board = scoreboard.by_area(study.own, study.registry)
    drawing = draw_scoreboard(board, registry=study.registry)
    assert int(board.total.sum()) == len(study.own) == 76
    assert "76项指标" in drawing.title


def test_hollow_dots_are_for_figures_that_nobody_published(study):
    judged = scoreboard.judged(study.own)
    drawing = draw_gaps(judged, registry=study.registry, region="330213")
    hollow = [line for line in drawing.axes.lines if line.get_mfc() == "white"]
    assert len(hollow) == judged.latest_status.isin(["derived", "estimated"]).sum()


def test_the_gantt_line_stands_on_the_day_or_at_the_edge(study):
    from fenghua_analysis.findings import work_items

    plans = study.plans
    inside = work_items.schedules(study.registry, plans=plans, as_of="2022-07-15")
    shown = _texts(draw_gantt(inside, as_of="2022-07-15"))
    assert "截至2022-07-15" in shown
    later = _texts(draw_gantt(inside, as_of="2024-01-01"))
    assert any("在计划期之后" in text for text in later)


def test_due_steps_add_up_to_all_steps(study):
    from fenghua_analysis.findings import work_items

    months = work_items.due_by_month(study.registry, plans=study.plans)
    steps = int(months.steps.sum())
    assert steps == len(study.registry.milestones)
    assert f"{steps}个进度节点" in draw_due_by_month(months, as_of="2022-12-31").title


def test_money_is_ahead_of_time_by_six_points(study):
    # 22.47 / 40.16 = 55.95 %, half a year gone
    title = draw_money(_money(study), place="宁波市").title
    assert title == "宁波市民生实事资金使用进度56.0%，快于序时进度6.0个百分点"


def _money(study):
    from fenghua_analysis.findings import livelihood

    return livelihood.money(livelihood.newest_bulletin(study.registry))


# ── labels and marks ─────────────────────────────────────────────────────────────────


def _crossed(drawing):
    """Words inside the axes that a line runs through."""
    from matplotlib.text import Text

    axes, canvas = drawing.axes, drawing.axes.figure
    with theme.themed():
        canvas.draw_without_rendering()
    inside = axes.get_window_extent()
    words = [
        (text.get_text(), text.get_window_extent().shrunk(0.96, 0.7))
        for text in axes.findobj(match=Text)
        if text.get_text() and text.get_visible()
    ]
    lines = [line for line in axes.lines if line.get_linestyle() != "None"]
    paths = [line.get_transform().transform_path(line.get_path()) for line in lines]
    return [
        word
        for word, box in words
        if inside.contains(*box.min) or inside.contains(*box.max)
        if any(path.intersects_bbox(box, filled=False) for path in paths)
    ]


@pytest.mark.parametrize("lang", wording.LANGUAGES)
@pytest.mark.parametrize("latest", [1.60, 1.66, 1.672, 1.686, 1.75])
def test_no_line_runs_through_a_name_or_the_target(ratios, registry, lang, latest):
    """The accented line may end on the target, just above it or just below it."""
    ratios.loc[1, "ratio"] = latest
    with wording.speaking(lang):
        drawing = draw_ratios(ratios, registry=registry, **CASE)
    assert _crossed(drawing) == []


@pytest.mark.parametrize("urban", [0.005, 0.03, 0.054, 0.08])
@pytest.mark.parametrize("rural", [0.01, 0.063, 0.09])
def test_no_line_runs_through_the_latest_years_growth(urban, rural):
    frontier = urban_rural.frontier(1.735, target=1.67)
    case = GROWTH | {"start": 1.735}
    drawing = draw_frontier(frontier, observed=(2022, urban, rural), **case)
    assert _crossed(drawing) == []


def test_no_line_runs_through_the_words_of_money_and_bands(study):
    assert _crossed(draw_money(_money(study), place="宁波市")) == []
    assert _crossed(draw_band_shares(*_bands())) == []


def test_no_bar_strikes_the_incomes_of_townships_through(registry):
    rows = pd.DataFrame({"region": [WEST, EAST], "value": [42_000.0, 44_700.0]})
    rows["ratio"] = rows.value / 56_000
    options = {"mean": 56_000, "target": 0.8}
    assert _crossed(draw_strip(rows, registry=registry, **options)) == []


def test_years_without_a_figure_are_not_joined(ratios, registry):
    gaps = pd.DataFrame(
        {
            "region": "100000",
            "level": "country",
            "year": [2014, 2017, 2018],
            "ratio": [2.75, 2.71, 2.69],
            "old": False,
        }
    )
    drawing = draw_ratios(pd.concat([ratios, gaps]), registry=registry, **CASE)
    (line,) = [
        line
        for line in drawing.axes.lines
        if list(line.get_xdata())[:1] == [2014] and len(line.get_xdata()) > 1
    ]
    years = dict(zip(line.get_xdata(), line.get_ydata(), strict=True))
    assert pd.isna(years[2015]) and pd.isna(years[2016])
    alone = [line for line in drawing.axes.lines if list(line.get_xdata()) == [2014]]
    assert [line.get_marker() for line in alone] == ["o"]


def _legend(drawing):
    return [text.get_text() for text in drawing.axes.get_legend().get_texts()]


def test_the_map_explains_the_colours_that_occur(registry):
    tiles = pd.DataFrame({"region": [EAST, WEST], "ratio": [0.78, 1.17]})
    assert _legend(draw_township_map(tiles, registry=registry, target=0.8)) == [
        "未见",
        "低于目标0.80",
        "1.10及以上",
    ]


def test_the_curve_is_shaded_from_one_end_of_a_band_to_the_other():
    curve = income_bands.curve(56_000, size=3.0, gini=0.36, family="lognormal")
    drawing = draw_band_curve(curve, per_head=56_000, size=3.0, gini=0.36)
    ends = [
        area.get_datalim(drawing.axes.transData) for area in drawing.axes.collections
    ]
    found = {(round(box.x0, 6), round(box.x1, 6)) for box in ends}
    assert found == {(10, 50), (20, 60), (20, 50)}
    assert _legend(drawing) == ["10—50万元", "两个区间都在内", "20—60万元"]


def test_a_gap_without_a_relative_size_is_drawn(study):
    """The one target that can be judged may be a target of zero."""
    judged = scoreboard.judged(study.own).head(1).assign(relative_gap=float("nan"))
    assert draw_gaps(judged, registry=study.registry, region="330213").title


def test_names_of_the_gantt_are_whole_and_its_day_stands_below_the_title(study):
    from fenghua_analysis.findings import work_items

    rows = work_items.schedules(study.registry, plans=study.plans, as_of="2022-07-15")
    with wording.speaking("en"):
        drawing = draw_gantt(rows[rows["list"] == "work"], as_of="2022-07-15")
    names = [text.get_text() for text in drawing.axes.get_yticklabels()]
    assert not [name for name in names if name.endswith("…")]
    (day,) = [t for t in drawing.axes.texts if t.get_text() == "as of 2022-07-15"]
    assert day.get_va() == "top" and day.xy[1] == drawing.axes.get_ylim()[1]
