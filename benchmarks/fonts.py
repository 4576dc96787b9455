"""Fonts that readers have and this machine may not: fetched for a measurement, never shipped.

Segoe UI, the font of Windows, is not free. Open Sans stands for it, made narrower by as much as the two
differ over 60,000 letters of the example's German: 0.450 and 0.476 of the type's size a letter. Roboto
has 0.452.
"""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, Route

STYLES = "**/assets/journeybook/journeybook.css"
_ADDRESS = "/measured.ttf"
_FACE = """
@font-face {{ font-family: Measured; src: url("{address}"); font-weight: 100 900; size-adjust: {share:.1%}; }}
:root {{ --md-text-font: Measured; }}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Font:
    """A font that maps are measured in."""

    title: str
    package: str = ""
    """The package on PyPI that holds it; nothing for what this machine has."""
    file: str = ""
    """Below the folder that the package is installed to."""
    share: float = 1
    """By how much it is made narrower."""


FONTS = (
    Font(title="DejaVu Sans"),
    Font(
        title="Roboto",
        package="fontpkg-roboto==3.15",
        file="fontpkg_roboto/files/Roboto[wdth,wght].ttf",
    ),
    Font(
        title="like Segoe UI",
        package="fontpkg-open-sans==3.3",
        file="fontpkg_open_sans/files/OpenSans[wdth,wght].ttf",
        share=0.944,
    ),
)


def install(folder: Path) -> None:
    """Fetch the fonts that are not there yet; both are under the SIL Open Font License."""
    wanted = [font.package for font in FONTS if font.file and not (folder / font.file).is_file()]
    if wanted:
        command = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "-q",
            "--no-deps",
            "--target",
            str(folder),
            *wanted,
        ]
        subprocess.run(command, check=True)


def use(page: Page, font: Font, folder: Path) -> None:
    """Let a page show its text in a font."""
    if not font.file:
        return

    def add(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text() + _FACE.format(address=_ADDRESS, share=font.share))

    page.route(f"**{_ADDRESS}", lambda route: route.fulfill(path=folder / font.file))
    page.route(STYLES, add)
