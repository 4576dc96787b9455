"""Pages on paper: what a PDF says, page by page, and how its words stand on the sheets."""

import re
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, Self

from playwright.sync_api import Page

Paper = Literal["A4", "A3"]
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<')
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">')
_ZOOM = 3
"""The most that pdftohtml does; its sizes are whole numbers."""


def packed(text: str) -> str:
    """A text without what a line break in print may add or drop: white space and hyphens."""
    return re.sub(r"[-\s\u00ad\u200b\u2010]+", "", text)


def _run(*command: object) -> str:
    return subprocess.run([*map(str, command)], check=True, capture_output=True, text=True).stdout


@dataclass(frozen=True)
class Printed:
    """A PDF."""

    file: Path

    @classmethod
    def of(cls, page: Page, folder: Path, paper: Paper = "A4") -> Self:
        """Print a page as a reader's browser does, on the paper that is in the printer."""
        file = folder / f"{paper}.pdf"
        page.pdf(path=file, format=paper, prefer_css_page_size=True, print_background=True)
        return cls(file)

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page, as it was written."""
        return _run("pdftotext", "-raw", self.file, "-").split("\f")[:-1]

    @cached_property
    def text(self) -> str:
        """All text without white space."""
        return packed("".join(self.pages))

    @cached_property
    def sizes(self) -> set[tuple[int, int]]:
        """Width and height of the pages, in points."""
        found = _PAGE.findall(_run("pdftotext", "-bbox", self.file, "-"))
        return {(round(float(width)), round(float(height))) for width, height in found}

    @cached_property
    def edges(self) -> tuple[float, float, float, float]:
        """How far out text stands: left, top, right, bottom, in points."""
        words = _WORD.findall(_run("pdftotext", "-bbox", self.file, "-"))
        left, top, right, bottom = zip(
            *(map(float, word[:4]) for word in words if word[4].strip()), strict=True
        )
        return min(left), min(top), max(right), max(bottom)

    @cached_property
    def smallest_type(self) -> float:
        """In points."""
        told = _run("pdftohtml", "-xml", "-i", "-zoom", _ZOOM, "-stdout", self.file)
        size = {name: int(points) for name, points in re.findall(r'<fontspec id="(\d+)" size="(\d+)"', told)}
        return min(size[name] for name in re.findall(r'<text [^>]*font="(\d+)"', told)) / _ZOOM

    @cached_property
    def lightness(self) -> float:
        """The mean of all pixels, from 0 for black to 1 for white."""
        picture = subprocess.run(
            ["pdftoppm", "-gray", "-r", "20", self.file], check=True, capture_output=True
        ).stdout
        return sum(picture) / len(picture) / 255
