"""Drafts for the tests of the audit of words: a work list, and single paragraphs."""

from collections.abc import Callable, Iterator, Sequence

from fenghua_analysis.audit import Evidence, Finding, evidence
from fenghua_analysis.documents import Document

Rule = Callable[[Sequence[Evidence]], Iterator[Finding]]

TITLE = "临湖区2024年推进共同富裕工作要点"
LIST = "2024年重点工作清单"
HEADER = (
    "序号",
    "重点工作(责任单位)",
    "目标体系",
    "工作体系",
    "政策体系",
    "评价体系",
    "进度安排",
)
NAME = "湖畔文化公园建设(区文旅局)"
TARGET = "湖畔文化公园年底前交付使用。"
WORK = "加强统筹，定期调度。"
POLICY = "《临湖区公园城市建设导则》。"
REVIEW = "按季度评价。"
SCHEDULE = "1-6月：湖畔文化公园完成主体结构施工。7-12月：湖畔文化公园交付使用。"


def item(
    name: str = NAME,
    *,
    target: str = TARGET,
    work: str = WORK,
    policy: str = POLICY,
    review: str = REVIEW,
    schedule: str = SCHEDULE,
) -> tuple[str, ...]:
    """The cells of an item in which nothing is wrong, but for what a test changes."""
    return name, target, work, policy, review, schedule


def work_list(
    *items: tuple[str, ...], text: str = "", day: str = "2024年1月10日"
) -> str:
    """A document with a work list flattened to one cell a line."""
    body = [TITLE, day, text, "附件1", LIST, *HEADER]
    for number, cells in enumerate(items, start=1):
        body += [str(number), *cells]
    return "\n\n".join(line for line in body if line)


def read(text: str, name: str = "draft.txt") -> Evidence:
    return evidence(Document(text, name=name))


def found(rule: Rule, *texts: str) -> list[tuple[str, str]]:
    """Key and severity of what one rule finds in documents."""
    documents = [read(text, f"draft{n}.txt") for n, text in enumerate(texts)]
    return [(finding.key, finding.severity) for finding in rule(documents)]


def told(rule: Rule, *texts: str) -> Finding:
    """The one finding of a rule; its places quote the documents as they stand."""
    documents = [read(text, f"draft{n}.txt") for n, text in enumerate(texts)]
    (finding,) = rule(documents)
    whole = {one.document.name: one.document.text for one in documents}
    for place in finding.places:
        assert whole[place.document][place.start : place.end] == place.quote
    assert finding.sentence("zh")
    assert finding.sentence("en")
    return finding
