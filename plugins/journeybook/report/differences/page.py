"""A difference in, one page of HTML out that needs nothing beside itself."""

from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from journeybook.diff import Break, Difference
from journeybook.report.differences.outline import breaking, curves, groups, notes, places, summary


def diff_html(difference: Difference, breaks: Sequence[Break]) -> str:
    """Write a page: what breaks first, then thing by thing with both curves as a table."""
    found = groups(difference, breaks)
    return _template().render(
        before=difference.before,
        after=difference.after,
        summary=summary(difference, breaks),
        notes=tuple(notes(difference)),
        groups=found,
        broken=tuple(breaking(found, breaks)),
        curves={group.subject: curves(group) for group in found},
        places=places,
    )


@cache
def _template() -> Template:
    loader = PackageLoader("journeybook.report.differences", "")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("page.html")
