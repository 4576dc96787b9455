"""Name the steps at which it goes worst, and what of each hurts most."""

from collections.abc import Iterable

from journeybook.catalogue.catalogue import Catalogue
from journeybook.catalogue.things import PainPoint, Visit


def low_point(catalogue: Catalogue, visits: Iterable[Visit]) -> Visit | None:
    """The step with the lowest satisfaction; nothing where no step has one.

    Of several, moments of truth come first, then the most severe open pain point, then the one that touches
    most, then the order of the journey.
    """
    rated = [(visit.step.satisfaction, visit) for visit in visits if visit.step.satisfaction is not None]
    lowest = min((satisfaction for satisfaction, _ in rated), default=None)
    lows = [visit for satisfaction, visit in rated if satisfaction == lowest]
    return min(lows, key=lambda visit: _rank(catalogue, visit), default=None)


def low_points(catalogue: Catalogue, visits: Iterable[Visit], most: int) -> tuple[Visit, ...]:
    """The steps with the lowest satisfaction, the low point first; of equals as it is chosen."""
    rated = [(visit.step.satisfaction, visit) for visit in visits if visit.step.satisfaction is not None]
    ordered = sorted(rated, key=lambda item: (item[0], *_rank(catalogue, item[1])))
    return tuple(visit for _, visit in ordered[:most])


def _rank(catalogue: Catalogue, visit: Visit) -> tuple[bool, int, int]:
    pain = worst_pain_point(catalogue, visit)
    severity, reach = _weight(catalogue, pain) if pain else (0, 0)
    return not visit.step.record.moment_of_truth, -severity, -reach


def worst_pain_point(catalogue: Catalogue, visit: Visit) -> PainPoint | None:
    """The most severe of the open pain points of a step, of equals the one that touches most."""
    left = [pain for pain in visit.step.pain_points if catalogue.is_open(pain)]
    return max(left, key=lambda pain: _weight(catalogue, pain), default=None)


def _weight(catalogue: Catalogue, pain: PainPoint) -> tuple[int, int]:
    return pain.record.severity, catalogue.gathered(pain).reach
