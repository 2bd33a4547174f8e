"""The desk a notebook works at: its data, its voice, and what it hands over.

`open_study` is the one call that reads; nothing later in a notebook touches a file.
What a notebook says, shows and finds goes through the study, which displays it, saves
figures and keeps a record that the report gathers.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from fenghua_analysis import pages, scope, wording
from fenghua_analysis.assessment import assess, targets_of
from fenghua_analysis.derive import with_derived
from fenghua_analysis.figures.theme import Drawing, save
from fenghua_analysis.loaders.folder import load_observations
from fenghua_analysis.parameters import Request, check_request, resolve
from fenghua_analysis.presentation import as_result
from fenghua_analysis.provenance import provenance
from fenghua_analysis.readable import readable
from fenghua_analysis.reasons import with_reasons
from fenghua_analysis.registry import Registry, load_registry
from fenghua_analysis.run_folder import RunFolder
from fenghua_analysis.wording import say


@dataclass
class Study:
    """One question, asked of one data folder.

    Attributes
    ----------
    name : the notebook, such as ``03_urban_rural``; names its figures and numbers
    request : the checked parameters
    registry, observations : the public tables, derived figures included
    """

    name: str
    request: Request
    registry: Registry
    observations: pd.DataFrame
    _record: dict[str, Any] = field(default_factory=dict)

    @property
    def lang(self) -> str:
        """Language of the run."""
        return self.request.lang

    @cached_property
    def targets(self) -> pd.DataFrame:
        """The targets that bind the region; see `targets_of`."""
        return targets_of(self.registry, self.request)

    @cached_property
    def assessment(self) -> pd.DataFrame:
        """One row a target with its verdict and its reason; see `assess`."""
        rows = assess(self.observations, self.registry, request=self.request)
        return with_reasons(rows, self.registry, self.observations)

    @property
    def own(self) -> pd.DataFrame:
        """The assessed targets of the region itself, not of those above it."""
        return self.assessment[self.assessment.region == self.request.region]

    @property
    def lineage(self) -> list[str]:
        """Codes of the region and of those above it."""
        return self.registry.lineage(self.request.region)

    @property
    def plans(self) -> list[str]:
        """Ids of the plans asked about."""
        return list(self.registry.plans)

    @property
    def own_plans(self) -> list[str]:
        """Those of them that are the region's own."""
        own = self.request.region
        return [id for id, plan in self.registry.plans.items() if plan.region == own]

    def why(self, indicator: str) -> str:
        """Why the region's own targets of an indicator stand as they do."""
        rows = self.own[self.own.indicator == indicator]
        return " ".join(rows[f"why_{self.lang}"]) or say("study.no_target")

    @property
    def region_name(self) -> str:
        """Name of the region in the language of the run."""
        return self.registry.region_name(self.request.region, self.lang)

    @property
    def illustrative(self) -> bool:
        """Whether any figure in use is illustrative: then everything says so."""
        return bool((self.observations.status == "illustrative").any())

    def marked(self, sentence: str) -> str:
        """The sentence, marked as illustrative when any figure in use is."""
        key = "study.illustrative" if self.illustrative else "study.plain"
        return say(key, sentence=sentence)

    def text(self, key: str, **values: Any) -> str:
        """A sentence of this notebook: ``notebook.<name>.<key>``."""
        return say(f"notebook.{self.name}.{key}", region=self.region_name, **values)

    def opening(self, answer: str = "answer", **numbers: Any) -> None:
        """Title, question and the answer in one sentence, made from `numbers`.

        Parameters
        ----------
        answer : key of the answer's template, when the data call for another one
        """
        title, question = self.text("title"), self.text("question")
        answered = self.marked(self.text(answer, **numbers))
        self._record |= {"title": title, "question": question, "answer": answered}
        _markdown(f"# {title}\n\n**{question}**\n\n> {answered}")
        if self.illustrative:
            _markdown(f"**{say('figure.watermark_long')}**")
        for name, value in numbers.items():
            self.result(name, value)

    def write(self, key: str, **values: Any) -> None:
        """Show a paragraph of this notebook."""
        _markdown(self.text(key, **values))

    def table(self, frame: pd.DataFrame, columns: list[str], key: str) -> None:
        """Show the chosen columns of a table under the caption `key`."""
        texts = readable(frame, self.registry, columns)
        _html(pages.html_table(texts, caption=self.marked(self.text(key))))

    def figure(
        self,
        name: str,
        draw: Callable[..., Drawing],
        data: pd.DataFrame,
        **options: Any,
    ) -> None:
        """Draw a table, show the figure, save it, keep its finding and its sentence.

        A table without rows is not drawn: a sentence says that there is nothing.
        """
        if data.empty:
            _markdown(say("study.nothing_to_draw"))
            return
        drawing = draw(data, illustrative=self.illustrative, **options)
        folder = RunFolder(Path(self.request.out_dir))
        paths = save(drawing, folder.figures / f"{self.name}-{name}")
        entry = {"file": paths[0].name, "title": drawing.title, "alt": drawing.alt}
        self._record.setdefault("figures", []).append(entry)
        _image(paths[0], drawing.alt)

    def result(self, name: str, value: Any) -> None:
        """Keep a number under a name for results.json, with unit and words."""
        self._record.setdefault("results", {})[name] = as_result(value)

    def close(self) -> None:
        """Show where everything is from, and hand the record over."""
        _markdown(provenance(self.request, self.registry, self.observations))
        records = RunFolder(Path(self.request.out_dir)).records
        records.mkdir(parents=True, exist_ok=True)
        text = json.dumps(self._record, ensure_ascii=False, indent=1)
        (records / f"{self.name}.json").write_text(text, encoding="utf-8")


def open_study(name: str, **parameters: Any) -> Study:
    """Check the parameters of a notebook, and read what it works on.

    Raises
    ------
    ParameterError : a parameter cannot be used.
    DataError, RegistryError : the data folder cannot be used.
    """
    request = check_request(parameters)
    registry = load_registry(request.data_dir)
    request = resolve(request, registry)
    observations = load_observations(
        request.data_dir, illustrative=request.illustrative
    )
    wording.speak(request.lang)
    seen = scope.known(observations, registry, as_of=request.as_of)
    registry = scope.within(registry, request)
    return Study(name, request, registry, with_derived(seen, registry))


def _markdown(text: str) -> None:
    from IPython.display import Markdown, display

    display(Markdown(text))


def _html(text: str) -> None:
    from IPython.display import HTML, display

    display(HTML(text))


def _image(path: Path, alt: str) -> None:
    from IPython.display import Image, display

    display(Image(data=path.read_bytes(), alt=alt, width=880))
