"""The HTML of single pages, without a site around them."""

from datetime import date
from functools import cache

from journeybook.language import language
from journeybook.pages import Page, Renderer
from journeybook.pages.frame.first_uses import Terms


def html_of(page: Page, tongue: str, day: date, terms: Terms | None = None) -> str:
    """What a page shows in a language, as of a day."""
    return _renderer(tongue).render(page, page.context(), day=day, terms=terms).html


@cache
def _renderer(tongue: str) -> Renderer:
    """The renderer of all tests of a process: a new one compiles all templates, which takes half a second."""
    return Renderer(language(tongue))
