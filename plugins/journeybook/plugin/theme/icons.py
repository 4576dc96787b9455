"""Find icons by name in the theme that the site uses."""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from markupsafe import Markup


def icons_of(folders: Iterable[str]) -> Callable[[str], Markup]:
    """Make the function that finds an icon below the `.icons` of a theme's folders."""
    roots = tuple(Path(folder) / ".icons" for folder in folders)

    @cache
    def icon(name: str) -> Markup:
        for root in roots:
            file = root / f"{name}.svg"
            if file.is_file():
                svg = file.read_text(encoding="utf-8").strip()
                return Markup(svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))  # noqa: S704
        return Markup("")

    return icon
