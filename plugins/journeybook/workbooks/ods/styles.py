"""Read what styles say: whether a sheet is hidden, a text struck through, a day shown as a month."""

from dataclasses import dataclass, field

from journeybook.workbooks.markup import Element
from journeybook.workbooks.package import Package

_NONE = frozenset({"", "none"})


@dataclass(frozen=True, slots=True)
class OdsStyles:
    """The names of the styles that matter."""

    hiding: set[str] = field(default_factory=set)
    """Of sheets."""
    striking: set[str] = field(default_factory=set)
    """Of cells, and of parts of their text."""
    months: set[str] = field(default_factory=set)
    """Of cells whose days are shown without the day."""


def read_ods_styles(package: Package) -> OdsStyles:
    """Read the styles that have names, and those that stand beside the content."""
    styles = OdsStyles()
    formats: dict[str, str] = {}
    months: set[str] = set()
    for part in ("styles.xml", "content.xml"):
        if part not in package:
            continue
        for item in package.elements(part, whole={"style", "date-style"}):
            name = item.attributes.get("name", "")
            if item.tag == "style":
                formats[name] = item.attributes.get("data-style-name", "")
                _take(styles, name, item)
            elif item.child("year") and not item.child("day"):
                months.add(name)
    styles.months.update(name for name, data in formats.items() if data in months)
    return styles


def _take(styles: OdsStyles, name: str, item: Element) -> None:
    table = item.child("table-properties")
    if table and table.attributes.get("display") == "false":
        styles.hiding.add(name)
    text = item.child("text-properties")
    lines = (
        (text.attributes.get(f"text-line-through-{kind}", "") for kind in ("style", "type")) if text else ()
    )
    if any(line not in _NONE for line in lines):
        styles.striking.add(name)
