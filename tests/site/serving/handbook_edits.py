"""Edits of a handbook, as people make them in any of its files, drawn by chance and repeatable by their seed."""

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

Edit = Callable[[Path, Random], str]
"""Changes something below a site's folder, and says what."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_TITLE = re.compile(r"^(?P<before>\s*(?:- )?\{?title: )(?P<title>[^,}\n]+)", re.MULTILINE)
_STEM = re.compile(r"^[\w-]+\.md$")
_WORDS = ("neu", "Über", "„so“", "a & b", "<b>fett</b>")

NEW_FILES = {
    "neu.md": """\
---
title: Neue Reise
persona: anna
parent: online-bestellen
compares_to: schuhe-im-laden-kaufen
stages:
  - stage: purchase
    steps:
      - {title: Kaufen, touchpoints: [kasse], journey: online-bestellen, satisfaction: 2}
  - {stage: return, steps: [Zurückgeben]}
---

Siehe [[persona:helga]].
""",
    "personas/neu.md": "---\ntitle: Nora Neu\ntype: primary\n---\n\n[[journey:online-bestellen]]\n",
    "touchpoints/neu.md": "---\ntitle: Neuer Punkt\nchannel: store\nstages: [purchase]\n---\n",
    "metrics/neu.csv": "date,metric,value\n2026-11,erstattung,4\n",
}

PAGES_BY_HAND = {
    "index.md": "# Willkommen\n\n[[journey:online-bestellen]]\n",
    "lesen.md": "---\nstatus: new\n---\n# Lesen\n",
    "touchpoints/index.md": "# Wo wir Menschen begegnen\n\nEin Vorwort.\n",
    "journeys/online-bestellen/index.md": "# Online\n\n## Schritte\n",
}

APPENDED = (
    "\nSiehe [[journey:online-bestellen]] und [[touchpoint:kasse]].\n",
    "\nSiehe [[journey:schuhe-im-laden-kaufen/purchase|dort]] und [[persona:neu]].\n",
    "\n## Kauf\n\nEin Abschnitt, der *wandert*.\n",
    "\n![Bild](assets/anna.svg) und [Datei](../personas/anna.md) und [Seite](../neu.md)\n",
    "\n```mermaid\ngraph LR\nA --> B\n```\n",
)


def _files(root: Path) -> list[Path]:
    found = (root / "journeys").rglob("*")
    return sorted(path for path in found if path.suffix in {".md", ".yml", ".csv"})


def _lines(root: Path, chance: Random, *suffixes: str) -> tuple[Path, list[str], int]:
    path = chance.choice([path for path in _files(root) if path.suffix in suffixes])
    lines = path.read_text(encoding="utf-8").split("\n")
    return path, lines, chance.randrange(len(lines))


def _write(root: Path, path: Path, lines: list[str]) -> str:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path.relative_to(root).as_posix()


def retitle(root: Path, chance: Random) -> str:
    """Give something with a title another one: a thing, a step, a pain point, an opportunity, an action."""
    path = chance.choice([path for path in _files(root) if path.suffix != ".csv"])
    text = path.read_text(encoding="utf-8")
    titles = list(_TITLE.finditer(text))
    if not titles:
        return "nothing"
    found = chance.choice(titles)
    new = f"{found['before']}{found['title']} {chance.choice(_WORDS[:3])}"
    path.write_text(f"{text[: found.start()]}{new}{text[found.end() :]}", encoding="utf-8")
    return f"{path.name}: {found['title']} is now called {new}"


def reword(root: Path, chance: Random) -> str:
    """Write another word at the end of a line of a header or a body."""
    path, lines, at = _lines(root, chance, ".md", ".yml")
    if lines[at].rstrip().endswith(("]", "}", ":", "---", "")) and not lines[at].strip():
        return "nothing"
    lines[at] = f"{lines[at]} {chance.choice(_WORDS)}"
    return f"{_write(root, path, lines)}:{at + 1}: {lines[at]}"


def drop_line(root: Path, chance: Random) -> str:
    """Leave a line out."""
    path, lines, at = _lines(root, chance, ".md", ".yml", ".csv")
    gone = lines.pop(at)
    return f"{_write(root, path, lines)}:{at + 1}: without {gone}"


def swap_lines(root: Path, chance: Random) -> str:
    """Move a line behind the next one of the same depth, so that fields and list entries change places."""
    path, lines, at = _lines(root, chance, ".md", ".yml", ".csv")
    depth = len(lines[at]) - len(lines[at].lstrip())
    for other in range(at + 1, len(lines)):
        if lines[other].strip() and len(lines[other]) - len(lines[other].lstrip()) == depth:
            lines[at], lines[other] = lines[other], lines[at]
            return f"{_write(root, path, lines)}: lines {at + 1} and {other + 1} change places"
    return "nothing"


def rename_id(root: Path, chance: Random) -> str:
    """Write another id, one that there is or a new one, in place of an id or of a reference."""
    path = chance.choice(_files(root))
    text = path.read_text(encoding="utf-8")
    ids = list(_ID.finditer(text))
    if not ids:
        return "nothing"
    others = [file.stem for file in _files(root)]
    found, new = chance.choice(ids), chance.choice([*others, "purchase", "return", "ganz-neu"])
    path.write_text(text[: found.start()] + new + text[found.end() :], encoding="utf-8")
    return f"{path.name}: {new} in place of {found[0]}"


def change_number(root: Path, chance: Random) -> str:
    """Change a digit: of a satisfaction, a severity, a date, a value."""
    path = chance.choice(_files(root))
    text = path.read_text(encoding="utf-8")
    digits = list(re.finditer(r"[1-5]\b", text))
    if not digits:
        return "nothing"
    found = chance.choice(digits)
    new = str(chance.randint(1, 5))
    path.write_text(text[: found.start()] + new + text[found.end() :], encoding="utf-8")
    return f"{path.name}: {new} in place of {found[0]} at {found.start()}"


def append(root: Path, chance: Random) -> str:
    """Write a paragraph below a body: with links, a heading, a picture, a diagram."""
    path = chance.choice([path for path in _files(root) if path.suffix == ".md"])
    text = chance.choice(APPENDED)
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    return f"{path.name}: {text.strip()}"


def add_file(root: Path, chance: Random) -> str:
    """Add a journey, a persona, a touchpoint or a table of values."""
    name = chance.choice(sorted(NEW_FILES))
    (root / "journeys" / name).write_text(NEW_FILES[name], encoding="utf-8")
    return f"{name} is new"


def remove_file(root: Path, chance: Random) -> str:
    """Remove a file other than the handbook's own."""
    path = chance.choice([path for path in _files(root) if path.suffix != ".yml"])
    path.unlink()
    return f"{path.name} is gone"


def move_file(root: Path, chance: Random) -> str:
    """Give a file another name, from which comes the id, or another folder."""
    path = chance.choice([path for path in _files(root) if _STEM.match(path.name)])
    new = chance.choice([path.with_name(f"{path.stem}-2.md"), path.parent / "unten" / path.name])
    new.parent.mkdir(exist_ok=True)
    path.rename(new)
    return f"{path.name} is now {new.relative_to(root)}"


def page_by_hand(root: Path, chance: Random) -> str:
    """Write a page by hand, or another title of one, or remove it."""
    name = chance.choice(sorted(PAGES_BY_HAND))
    path = root / "docs" / name
    if path.exists() and name != "index.md" and chance.random() < 1 / 2:
        path.unlink()
        return f"docs/{name} is gone"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_text(encoding="utf-8") if path.exists() else PAGES_BY_HAND[name]
    path.write_text(text.replace("# ", "# Neu: ", 1), encoding="utf-8")
    return f"docs/{name}"


EDITS: tuple[Edit, ...] = (
    *(retitle, reword, drop_line, swap_lines, rename_id, change_number, append),
    *(add_file, remove_file, move_file, page_by_hand),
)
