"""Write notes that nobody can sort but people as a list in Markdown."""

from collections.abc import Iterable, Mapping

from journeybook.importing.markdown_text import as_markdown


def inbox_of(title: str, groups: Mapping[str, Iterable[str]]) -> str:
    """List notes below the names of the groups that they lie in, each with a box to tick."""
    parts = [f"# {as_markdown(title)}"]
    for name, notes in groups.items():
        parts += [f"## {as_markdown(name)}"] if name else []
        parts.append("\n".join(f"- [ ] {_entry(note)}" for note in notes))
    return "\n\n".join(parts) + "\n"


def _entry(note: str) -> str:
    return "\n  ".join(as_markdown(line.strip()) for line in note.split("\n") if line.strip())
