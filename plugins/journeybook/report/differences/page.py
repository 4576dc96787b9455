"""Write a proposal as one page of HTML that needs nothing beside itself."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from journeybook.characters import shown
from journeybook.pages.proposal import ChangeReport
from journeybook.pages.proposal.rows import kind_word
from journeybook.report.differences import phrases
from journeybook.report.differences.outline import places
from journeybook.report.differences.text import TEXT_STYLE
from journeybook.report.encoded import in_markup


def diff_html(proposal: ChangeReport) -> str:
    """Write a page: the point first, then journey by journey in rows, at its end all changes."""
    language, difference = proposal.language, proposal.tree.difference
    page = _template().render(
        proposal=proposal,
        before=difference.before,
        after=difference.after,
        text=language.text,
        phrases=phrases,
        asked=phrases.asked(TEXT_STYLE, proposal),
        places=places,
        sentence=lambda change: phrases.told_change(language, change),
        kind=lambda kind: kind_word(language, kind),
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
