"""What was measured in, tables, figures of growth and the bars of the project out."""

import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from statistics import median

from processes import Cost

OURS, REFERENCE = "journeybook", "mkdocs"
MOST_RATIO = 0.35
"""Of the time of MkDocs + Material."""
MOST_EXPONENT = 1.05
MOST_SECONDS_OF_SAVE = {100: 1.0, 500: 2.5}
"""From saving to the fresh page, by the number of journeys."""


@dataclass(kw_only=True)
class Measured:
    """What is known of one contender at one size."""

    name: str
    title: str
    size: int
    """Journeys."""
    pages: int = 0
    costs: list[Cost] = field(default_factory=list)
    """One for each run, in the order of the runs."""
    saves: list[float] = field(default_factory=list)
    """Seconds from saving to the fresh page."""

    @property
    def wall(self) -> float:
        """Seconds, the median of the runs."""
        return median(cost.wall for cost in self.costs)

    @property
    def cpu(self) -> float:
        """Seconds of the processor, the median of the runs."""
        return median(cost.cpu for cost in self.costs)

    @property
    def memory(self) -> float:
        """MiB, the most of the runs."""
        return max(cost.memory for cost in self.costs)


@dataclass(kw_only=True)
class Results:
    """Everything that one call of the benchmark measured."""

    notes: list[str] = field(default_factory=list)
    measured: list[Measured] = field(default_factory=list)

    def of(self, name: str) -> list[Measured]:
        """One contender at all sizes, the smallest first."""
        return sorted((item for item in self.measured if item.name == name), key=lambda item: item.size)

    def at(self, name: str, size: int) -> Measured | None:
        """One contender at one size."""
        return next((item for item in self.of(name) if item.size == size), None)


def ratio(one: Measured, other: Measured | None, attribute: str) -> float | None:
    """The median of the ratios of the runs that followed each other."""
    pairs = zip(one.costs, other.costs, strict=False) if other else ()
    ratios = [getattr(mine, attribute) / getattr(yours, attribute) for mine, yours in pairs]
    return median(ratios) if ratios else None


def exponents(items: list[Measured]) -> dict[int, float]:
    """The growth of the CPU time from the smallest size to each larger one; 1 is in proportion.

    The sizes are built one after the other, so that wall time would tell how busy the machine was.
    """
    rated = [item for item in items if item.costs]
    first = rated[:1]
    return {
        item.size: math.log(item.cpu / small.cpu) / math.log(item.size / small.size)
        for small in first
        for item in rated[1:]
    }


def as_json(results: Results) -> str:
    """Everything, for other programs."""
    return json.dumps(asdict(results), ensure_ascii=False, indent=2) + "\n"


def as_markdown(results: Results, day: str) -> str:
    """Everything, for readers."""
    parts = [
        f"# Measured on {day}",
        "\n".join(f"- {note}" for note in results.notes),
        "## Building the whole site",
        _table(_BUILD_HEAD, _build_rows(results)),
        "## From saving a journey to the fresh page",
        _table(("journeys", "", "median s", "from", "to", "saves"), _save_rows(results)),
        "## Bars",
        _table(("bar", "measured", "allowed", "met"), _bars(results)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


_BUILD_HEAD = ("journeys", "", "pages", "wall s", "CPU s", "peak MiB", "wall ratio", "CPU ratio", "growth")


def _build_rows(results: Results) -> Iterator[tuple[str, ...]]:
    for item in sorted(results.measured, key=lambda item: item.size):
        if not item.costs:
            continue
        reference = results.at(REFERENCE, item.size)
        yield (
            str(item.size),
            item.title,
            str(item.pages),
            f"{item.wall:.2f}",
            f"{item.cpu:.2f}",
            f"{item.memory:.0f}",
            _figure(ratio(item, reference, "wall")),
            _figure(ratio(item, reference, "cpu")),
            _figure(exponents(results.of(item.name)).get(item.size)),
        )


def _save_rows(results: Results) -> Iterator[tuple[str, ...]]:
    for item in sorted(results.measured, key=lambda item: item.size):
        if item.saves:
            times = (median(item.saves), min(item.saves), max(item.saves))
            yield (str(item.size), item.title, *(f"{time:.2f}" for time in times), str(len(item.saves)))


def _bars(results: Results) -> Iterator[tuple[str, ...]]:
    for mine in results.of(OURS):
        reference = results.at(REFERENCE, mine.size)
        if mine.costs and reference and reference.costs:
            for kind, attribute in (("Wall", "wall"), ("CPU", "cpu")):
                share = ratio(mine, reference, attribute)
                yield _bar(f"{kind} time against MkDocs + Material, {mine.size} journeys", share, MOST_RATIO)
            yield _bar(f"Peak memory in MiB, {mine.size} journeys", mine.memory, reference.memory, digits=0)
    for size, exponent in exponents(results.of(OURS)).items():
        yield _bar(f"Growth of the CPU time up to {size} journeys", exponent, MOST_EXPONENT)
    for mine in results.of(OURS):
        if mine.saves and mine.size in MOST_SECONDS_OF_SAVE:
            most = MOST_SECONDS_OF_SAVE[mine.size]
            yield _bar(
                f"Seconds from saving to the fresh page, {mine.size} journeys", median(mine.saves), most
            )


def _bar(what: str, value: float | None, most: float, *, digits: int = 2) -> tuple[str, ...]:
    if value is None:
        return what, "", f"≤ {most:.{digits}f}", "not measured"
    return what, f"{value:.{digits}f}", f"≤ {most:.{digits}f}", "yes" if value <= most else "**no**"


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    written = list(rows)
    if not written:
        return "Not measured."
    widths = [max(len(row[column]) for row in (head, *written)) for column in range(len(head))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in (head, tuple("-" * width for width in widths), *written)
    ]
    return "\n".join(lines)
