"""A public name of the package has one home, so that it means one thing."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import journeybook

PACKAGE = Path(journeybook.__file__).parent
_LINKED = (
    "the record that an author wrote in `model`, and in `catalogue` the thing with its references followed"
)
MEANT = {
    **dict.fromkeys(
        (
            "Action",
            "Channel",
            "Content",
            "Entry",
            "Goal",
            "Journey",
            "Group",
            "JourneyStage",
            "Metric",
            "Opportunity",
            "PainPoint",
            "Persona",
            "Principle",
            "Segment",
            "Stage",
            "Step",
            "System",
            "Team",
            "Term",
            "Touchpoint",
        ),
        _LINKED,
    ),
    "VERSION": "each document for programs has a version of its own",
    "check": "the command is called like what it runs",
    "pages": "each kind of page is made by a function of this name, which `pages.site` lists",
}


def _names(node: ast.stmt) -> Iterator[str]:
    """The names that a statement of a module binds, but for type variables, which mean nothing elsewhere."""
    match node:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.AnnAssign(target=ast.Name(id=name)):
            yield name
        case ast.Assign(targets=targets, value=value):
            if not (isinstance(value, ast.Call) and ast.unparse(value.func) == "TypeVar"):
                names = (each for target in targets for each in ast.walk(target))
                yield from (each.id for each in names if isinstance(each, ast.Name))


def _homes() -> dict[str, list[str]]:
    homes: dict[str, list[str]] = defaultdict(list)
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            for name in _names(node):
                if not name.startswith("_"):
                    homes[name].append(file.relative_to(PACKAGE).as_posix())
    return homes


def test_a_public_name_has_one_home_unless_it_is_meant() -> None:
    homes = _homes()
    several = {name: files for name, files in homes.items() if len(files) > 1}
    assert len(homes) > 500
    assert {name: files for name, files in several.items() if name not in MEANT} == {}
    assert set(MEANT) - set(several) == set()
