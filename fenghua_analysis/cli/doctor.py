"""`fenghua doctor`: whether this machine can make the report, and what it lacks."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from fenghua_analysis.wording import say


def doctor(
    data_dir: Annotated[str, typer.Option(help="数据目录 · data folder")] = "data",
) -> None:
    """检查本机能否生成报告 · Check that this machine can make the report."""
    checks: dict[str, Callable[[], str]] = {
        "font": _font,
        "kernel": _kernel,
        "notebooks": _notebooks,
        "data": lambda: _data(Path(data_dir)),
    }
    faults = 0
    for name, check in checks.items():
        try:
            print(say(f"doctor.{name}", found=check()))
        except Exception as fault:  # each organ is examined, whatever ails the others
            faults += 1
            print(say("doctor.fault", what=name, fault=fault))
    raise SystemExit(2 if faults else 0)


def _font() -> str:
    from fenghua_analysis.figures.theme import font_family

    return font_family()


def _kernel() -> str:
    from jupyter_client.kernelspec import KernelSpecManager

    return KernelSpecManager().get_kernel_spec("python3").argv[0]


def _notebooks() -> str:
    from fenghua_analysis.report.run import find_notebooks

    return str(len(find_notebooks()))


def _data(data_dir: Path) -> str:
    from fenghua_analysis.registry import load_registry

    registry = load_registry(data_dir)
    return say("doctor.targets", count=len(registry.targets))
