"""Join the files of `assets/styles` into the stylesheet of a handbook's pages, in one order."""

from importlib.resources.abc import Traversable
from itertools import chain

TOKENS = ("tokens",)
"""Colours, sizes, radii, widths of lines: the other files name them, and have none of their own."""
PAGE = (
    "base",
    # parts
    "facts",
    "marks",
    "cards",
    "charts",
    "tables",
    "filters",
    "map/grid",
    "map/curve",
    "map/rows",
    "map/thread",
    "map/tools",
    "steps",
    "details",
    # pages
    "people",
    "ways",
    "glossary",
    "terms",
    "home",
    "atlas",
    "comparison",
    "quality",
    "review",
    # states and media
    "states",
    "print",
)
"""What lies in a page of ours, below `page/`, and is written as if there was nothing else: see `SCOPE`."""
AROUND = ("frame", "paper")
"""What a page of ours changes around itself: in the theme's frame, and on the sheets it is printed on."""
SCOPE = ":root .jb-page"
"""Where the files of `PAGE` hold. Themes write their rules into no layer, and would win over ours in one. The
most precise of Material's for the text of a page, as `[dir="ltr"] .md-typeset ul li`, count two classes and
some elements. The scope counts two classes, so that a class of ours is the third."""


def stylesheet(folder: Traversable) -> str:
    """Join the files of a folder; of rules that are equally precise the later one holds."""

    def read(names: tuple[str, ...], inside: Traversable) -> list[str]:
        return [(inside / f"{name}.css").read_text(encoding="utf-8") for name in names]

    page = [f"{SCOPE} {{\n", *read(PAGE, folder / "page"), "}\n"]
    return "\n".join(chain(read(TOKENS, folder), page, read(AROUND, folder)))
