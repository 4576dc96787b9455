"""Colours that mean something are told apart by those who see fewer of them, or by a shape or a dash as well."""

import math
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from example_sites import ROOT
from page_looks import Window

Colour = tuple[float, float, float]

STYLES = ROOT / "plugins/journeybook/assets/styles"
# Machado, Oliveira and Fernandes 2009, severity 1.0, for linear RGB.
EYES: dict[str, tuple[Colour, Colour, Colour]] = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
XYZ: tuple[Colour, Colour, Colour] = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
WHITE = (0.95047, 1.0, 1.08883)
LEAST = 9
"""Of the distance in CIELAB. About 2.3 is just noticed side by side; on small marks that lie apart, four times that
is. Levels next to each other come nearest, and each has a face and a number of its own besides."""
LEAST_OF_SIDES = 24
"""Between an unhappy colour and a happy one, which must not be taken for each other at a glance."""


def times(matrix: tuple[Colour, Colour, Colour], colour: Colour) -> Colour:
    first, second, third = (sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix)
    return first, second, third


def linear(text: str) -> Colour:
    values = (int(text[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)
    return red, green, blue


def lab(colour: Colour) -> Colour:
    shares = (value / white for value, white in zip(times(XYZ, colour), WHITE, strict=True))
    x, y, z = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in shares)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(text: str, eyes: str) -> Colour:
    """A colour in CIELAB as these eyes see it."""
    red, green, blue = (min(1.0, max(0.0, value)) for value in times(EYES[eyes], linear(text)))
    return lab((red, green, blue))


def palette(scheme: str) -> dict[str, str]:
    """The colours of satisfaction and of personas in a scheme."""
    light, dark = (STYLES / "tokens.css").read_text(encoding="utf-8").split("@media screen {", 1)
    return dict(re.findall(r"--jb-((?:line-)?\d): (#\w{6});", light if scheme == "light" else dark))


def distances(scheme: str, eyes: str, names: tuple[str, ...]) -> Iterator[tuple[str, str, float]]:
    colours = palette(scheme)
    for one, other in combinations(names, 2):
        yield one, other, math.dist(seen(colours[one], eyes), seen(colours[other], eyes))


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_levels_of_satisfaction_are_told_apart(scheme: str, eyes: str) -> None:
    found = list(distances(scheme, eyes, ("1", "2", "3", "4", "5")))

    assert [(one, other) for one, other, distance in found if distance < LEAST] == []
    sides = [(one, other, distance) for one, other, distance in found if one in "12" and other in "45"]
    assert len(sides) == 4
    assert [(one, other) for one, other, distance in sides if distance < LEAST_OF_SIDES] == []


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_of_personas_are_told_apart(scheme: str, eyes: str) -> None:
    names = ("line-0", "line-1", "line-2", "line-3")
    found = list(distances(scheme, eyes, names))

    assert [(one, other) for one, other, distance in found if distance < LEAST] == []


def test_each_line_has_a_dash_and_each_level_a_face_of_its_own() -> None:
    """What tells where a printout has no colour at all."""
    curve = (STYLES / "page/map/curve.css").read_text(encoding="utf-8")
    dashes = dict(re.findall(r"\.jb-line--(\d) [^{}]*\{[^{}]*stroke-dasharray: ([\d. ]+)", curve))
    macros = Path(ROOT / "plugins/journeybook/templates/macros/scores.html").read_text(encoding="utf-8")
    mouths = re.search(r'mouths = \(\s*(".*?")\s*\)', macros)

    assert sorted(dashes) == ["1", "2", "3"]
    assert len(set(dashes.values())) == 3
    assert mouths
    assert len(set(mouths[1].split(", "))) == 5


def test_a_theme_that_calls_its_dark_scheme_by_a_class_gets_light_words_on_dark_ground(
    window: Window,
) -> None:
    page = window.visit("touchpoints/")
    page.evaluate(
        "() => { const root = document.documentElement; root.classList.add('dark');"
        " root.style.setProperty('--foreground', '#fafafa'); root.style.setProperty('--background', '#0a0a0a'); }"
    )
    tokens = page.locator(".jb-page").evaluate(
        "own => ['--jb-ink', '--jb-paper', '--jb-pain'].map(name => getComputedStyle(own).getPropertyValue(name))"
    )

    assert tokens == ["#fafafa", "#0a0a0a", "#ff8a80"]
