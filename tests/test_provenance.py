"""Where a report comes from: versions of what is used, the commit of what is checked
out."""

from pathlib import Path

from fenghua_analysis import provenance

ROOT = Path(__file__).resolve().parents[1]


def test_every_package_named_is_one_that_the_code_imports():
    """Catches a package that has left the code but not the list."""
    names = {"fenghua-analysis", "pylopdf-fonts-zh-cn"}
    code = "".join(p.read_text("utf-8") for p in ROOT.glob("fenghua_analysis/**/*.py"))
    for name in set(provenance.PACKAGES) - names:
        assert f"import {name}" in code or f"from {name}" in code, name
    assert set(provenance.versions()) == {"python", *provenance.PACKAGES}


def test_outside_a_checkout_there_is_no_commit(monkeypatch, tmp_path):
    """Installed below another project's checkout, that one's commit is not ours."""
    inside = tmp_path / "site-packages/fenghua_analysis/provenance.py"
    monkeypatch.setattr(provenance, "__file__", str(inside))
    assert provenance.commit.__wrapped__() == ""
