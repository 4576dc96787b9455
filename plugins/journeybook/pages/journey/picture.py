"""Draw a journey's satisfaction curve as a picture that stands alone: for slides, wikis and mails."""

import textwrap
from dataclasses import dataclass

from journeybook.catalogue import Journey
from journeybook.language import Language
from journeybook.pages.curves.lines import JourneyCurve, journey_curve

COLUMN_WIDTH, PLOT = 112.0, 210.0
"""Width of a step and height of the curve, in pixels."""
LEFT, TOP, RIGHT = 44.0, 112.0, 20.0
"""The room around the curve: for the levels, for title and stages, for the margin."""
_LINE = 15.0
"""Height of a line of text."""
_LETTERS = 16
"""The letters of a step's title in a line."""
_TITLE_LINES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A stage above its steps."""

    title: str
    x: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePicture:
    """The values of the template; lengths in pixels, from the upper left corner."""

    width: float
    height: float
    curve: JourneyCurve
    bands: tuple[Band, ...]
    titles: tuple[tuple[str, ...], ...]
    """The lines of each step's title."""
    moment: tuple[str, ...]
    """The lines of what is said at a moment of truth."""


def picture(language: Language, journey: Journey) -> CurvePicture | None:
    """Lay out the picture of a journey; nothing where no step has a value."""
    visits = tuple(journey.visits)
    curve = journey_curve(journey, visits, column=COLUMN_WIDTH, height=PLOT)
    if curve is None:
        return None
    titles = tuple(_lines(f"{visit.step.number} {visit.step.title}", _LETTERS) for visit in visits)
    return CurvePicture(
        width=LEFT + curve.picture.width + RIGHT,
        height=TOP + PLOT + _LINE * (max(map(len, titles)) + 2),
        curve=curve,
        bands=tuple(_bands(journey)),
        titles=titles,
        moment=_lines(f"★ {language.text('Moment of truth')}", _LETTERS - 2),
    )


def _bands(journey: Journey) -> list[Band]:
    bands: list[Band] = []
    x = LEFT
    for stage in journey.stages:
        width = COLUMN_WIDTH * len(stage.steps)
        (title,) = _lines(stage.title, int(width / 8.5), most=1)
        bands.append(Band(title=title, x=x, width=width))
        x += width
    return bands


def _lines(text: str, letters: int, *, most: int = _TITLE_LINES) -> tuple[str, ...]:
    """Break a text into lines, for SVG breaks none."""
    return tuple(textwrap.wrap(text, letters, max_lines=most, placeholder=" …")) or ("",)
