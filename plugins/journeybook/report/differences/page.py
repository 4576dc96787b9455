"""Write changes as one page of HTML that needs nothing beside itself."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from journeybook.characters import shown
from journeybook.diff import ChangeTree
from journeybook.report.differences.outline import curves, notes, noun, places, summary
from journeybook.report.encoded import in_markup


def diff_html(tree: ChangeTree) -> str:
    """Write a page: what breaks first, then thing by thing with both curves as a table."""
    page = _template().render(
        before=tree.difference.before,
        after=tree.difference.after,
        summary=summary(tree),
        notes=tuple(notes(tree)),
        things=tree.things,
        broken=tree.breaking,
        curves={thing.subject: curves(thing) for thing in tree.things},
        noun=noun,
        places=places,
    )
    return in_markup(page)


def _readable(value: Any) -> Any:
    """Put a text on one line without characters that are not shown; what is HTML already stays as it is."""
    return shown(" ".join(value.split())) if type(value) is str else value


@cache
def _template() -> Template:
    loader = PackageLoader("journeybook.report.differences", "")
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_readable,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html")
