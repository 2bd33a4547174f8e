"""A document in another format is reviewed as a text is."""

import shutil
from pathlib import Path

import docx
import pytest

from fenghua_analysis import table
from fenghua_analysis.contract import read_table
from fenghua_analysis.registry import load_registry
from fenghua_analysis.supply import adopt, propose
from tests.reviewing import write_review

DATA = Path(__file__).resolve().parents[2] / "data"
ROWS = (
    ("序号", "指标", "目标值", "责任单位"),
    ("1", "普惠托位占比(%)", "≥82", "区教育局"),
    ("2", "每千人口拥有3岁以下婴幼儿托位数(个)", "4.6", "区卫生健康局"),
)


@pytest.fixture
def document(tmp_path):
    """A plan with a real table, whose cells and marks a text has not."""
    written = docx.Document()
    written.add_heading("奉化区2024年公共服务计划", level=1)
    written.add_paragraph("一、指标目标")
    written.add_paragraph("到2024年底，城镇登记失业率控制在3.5%以内。")
    grid = written.add_table(rows=0, cols=4)
    for row in ROWS:
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            cell.text = text
    path = tmp_path / "plan.docx"
    written.save(path)
    return path


def test_targets_of_a_word_document_reach_the_registry(document, tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    registry = load_registry(folder)
    reviewer = write_review(tmp_path / "a.xlsx", registry, document).accept_all()
    reviewer.fill_form(id="fh_2024", publisher="本项目（示意）")
    adopt(propose([reviewer.save()], registry, date="2024-04-01"), folder)
    targets = read_table(table.TARGETS, folder)
    own = targets[targets.plan == "fh_2024"].set_index("indicator")
    assert dict(own.value) == {
        "affordable_nursery_share": 82.0,
        "nursery_places": 4.6,
        "unemployment_registered": 3.5,
    }
    assert own.locator["nursery_places"].endswith("第2行")
    assert own.department["nursery_places"] == "区卫生健康局"
