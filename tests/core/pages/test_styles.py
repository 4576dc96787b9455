"""The styles of pages: one declared order, one scope, sizes of type and colours by tokens alone."""

import re
from pathlib import Path

import pytest

import journeybook
from journeybook.plugin.site.styles import AROUND, PAGE, SCOPE, TOKENS, stylesheet

ASSETS = Path(journeybook.__file__).parent / "assets"
STYLES = ASSETS / "styles"
FILES = [path for path in sorted(STYLES.rglob("*.css")) if path.stem not in TOKENS]
DIAGRAMS = ASSETS / "diagrams.css"
"""Published as a file of its own, with its tokens at its beginning."""
COLOUR = re.compile(
    r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|oklch|lab|lch|hwb)\(|(?<![\w-])(?:white|black|grey|gray)\b"
)
SIZE = re.compile(r"var\(--jb-[\w-]*\)|inherit|clamp\(var\(--jb-[\w-]+\), .*, var\(--jb-[\w-]+\)\)")


def name(path: Path) -> str:
    return path.relative_to(ASSETS).as_posix()


def declarations(path: Path) -> list[tuple[str, str]]:
    """The declarations of a file: property and value."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.findall(r"(?:^|[{};])\s*([\w-]+)\s*:\s*([^;{}]+)(?=;)", text)


@pytest.mark.parametrize("path", [*FILES, DIAGRAMS], ids=name)
def test_type_is_sized_by_tokens(path: Path) -> None:
    sizes = [value for key, value in declarations(path) if key == "font-size"]
    fonts = [value for key, value in declarations(path) if key == "font"]

    assert [value for value in sizes if not SIZE.fullmatch(value)] == []
    assert [value for value in fonts if not re.fullmatch(r"inherit|var\(--jb-[\w-]+\)", value)] == []


@pytest.mark.parametrize("path", FILES, ids=name)
def test_colours_are_tokens(path: Path) -> None:
    assert [found for found in declarations(path) if COLOUR.search(found[1])] == []


def test_colours_of_diagrams_are_tokens() -> None:
    own = [found for found in declarations(DIAGRAMS) if not found[0].startswith("--")]

    assert own
    assert [found for found in own if COLOUR.search(found[1])] == []


@pytest.mark.parametrize("path", [*FILES, DIAGRAMS], ids=name)
def test_no_class_is_doubled_to_win(path: Path) -> None:
    assert re.findall(r"(\.[\w-]+)\1(?![\w-])", path.read_text(encoding="utf-8")) == []


def test_what_a_class_looks_like_stands_in_one_file() -> None:
    """Two things of one class would get the looks of each other: see both as one, or give each a class of its own."""
    files: dict[str, set[str]] = {}
    for path in FILES:
        text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for alone in re.findall(r"(?<!,\n)^(\.jb-[\w-]+) \{", text, flags=re.MULTILINE):
            files.setdefault(alone, set()).add(name(path))

    assert len(files) > 100
    assert {alone: found for alone, found in files.items() if len(found) > 1} == {}


def test_the_scale_of_type_is_short() -> None:
    tokens = dict(declarations(STYLES / "tokens.css"))
    scale = [
        float(size.removesuffix("em"))
        for name, size in tokens.items()
        if re.fullmatch("[0-9.]+em", size) and "-text-" in name
    ]

    assert len(scale) <= 9
    assert scale == sorted(set(scale))


def test_every_file_has_its_place() -> None:
    page = STYLES / "page"
    inside = {path.relative_to(page).with_suffix("").as_posix() for path in page.rglob("*.css")}
    outside = {path.stem for path in STYLES.glob("*.css")}

    assert (sorted(PAGE), sorted((*TOKENS, *AROUND))) == (sorted(inside), sorted(outside))


def test_tokens_come_first_and_pages_lie_in_their_scope(tmp_path: Path) -> None:
    (tmp_path / "page/map").mkdir(parents=True)
    for folder, names in ((tmp_path, (*TOKENS, *AROUND)), (tmp_path / "page", PAGE)):
        for each in names:
            (folder / f"{each}.css").write_text(f"{each};", encoding="utf-8")
    whole = stylesheet(tmp_path)
    before, page = whole.split(f"{SCOPE} {{")
    inside, after = page.split("}")

    assert re.findall(r"\w+", before) == [*TOKENS]
    assert re.findall(r"[\w/]+", inside) == [*PAGE]
    assert re.findall(r"\w+", after) == [*AROUND]
