"""The rooms of a run's folder, for those who write into it and those who read."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class RunFolder:
    """The rooms of a run's folder."""

    root: Path

    @property
    def notebooks(self) -> Path:
        """Executed notebooks, as .ipynb and .html."""
        return self.root / "notebooks"

    @property
    def figures(self) -> Path:
        """Figures, as .png and .svg."""
        return self.root / "figures"

    @property
    def records(self) -> Path:
        """What each notebook hands over; merged into results.json and removed."""
        return self.root / ".records"
