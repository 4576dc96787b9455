"""Whatever a file holds, reading it gives findings and never an error of the program."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from core.golden import HERE
from journeybook import project
from journeybook.links import find_links
from journeybook.rules import RULES

FILES = ["x.md", "handbook.yml", "personas/p.md", "touchpoints/t.md", "metrics/m.csv"]
FULL = (HERE / "full.md").read_text(encoding="utf-8")
PIECES = [
    "[", "]", "{", "}", ": ", "- ", "\n", "  ", "'", '"', "|", ">", "#", "---\n", "\t", "&a ", "*a", "!!str ", "<<: ", "? ",
    "\x00", "\u2028", "\ufeff", "\u00a0", "👩‍👩‍👧", "\r", "%", "@", "`", "\\", "null", "~", "2026-02-30", "1e9", "-", "x-a: b\n",
    "[[persona:", "]]", "|]]", "```\n", "## Kauf\n", "stages:\n", "title: [a]\n", "id: '*'\n", ",,,\n",
]  # fmt: skip


def _read(files: dict[str, bytes]) -> list[str]:
    with TemporaryDirectory() as folder:
        for path, raw in files.items():
            file = Path(folder, path)
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(raw)
        found = project.read(Path(folder), "journeys").findings
    assert {finding.rule for finding in found} <= set(RULES)
    assert all(finding.place.line > 0 and finding.place.column > 0 for finding in found)
    return [str(finding) for finding in found]


@given(
    st.sampled_from(FILES), st.binary(max_size=300), st.sampled_from([b"", b"---\n", b"date,metric,value\n"])
)
def test_random_bytes_are_only_findings(path: str, raw: bytes, start: bytes) -> None:
    assert _read({path: start + raw}) == _read({path: start + raw})


@given(
    st.sampled_from(FILES),
    st.lists(
        st.sampled_from(PIECES) | st.text(st.characters(exclude_categories=["Cs"]), max_size=5), max_size=30
    ),
)
def test_pieces_of_yaml_are_only_findings(path: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    _read(
        {
            path: f"---\n{text}\n---\n{text}".encode("utf-8", "replace"),
            "metrics/m.csv": text.encode("utf-8", "replace"),
        }
    )


@given(
    st.lists(
        st.tuples(st.integers(0, len(FULL)), st.integers(0, 12), st.sampled_from(PIECES)),
        min_size=1,
        max_size=4,
    )
)
def test_mutated_headers_are_only_findings(changes: list[tuple[int, int, str]]) -> None:
    text = FULL
    for start, length, piece in changes:
        text = text[:start] + piece + text[start + length :]
    _read({"x.md": text.encode()})


VALUES = st.recursive(
    st.none() | st.sampled_from(["a", "1", "true", "2026-01-01", "", " "]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["title", "id", "text", "to", "*", "x-a", "anna", "a b"]), inner, max_size=3
        )
    ),
    max_leaves=6,
)


@given(st.sampled_from([line.split(":")[0].strip(" -") for line in FULL.splitlines() if ":" in line]), VALUES)
def test_any_value_of_any_field_is_only_findings(field: str, value: object) -> None:
    lines = []
    for line in FULL.splitlines():
        key, colon, _ = line.partition(":")
        lines.append(f"{key}: {_flow(value)}" if colon and key.strip(" -") == field else line)
    _read({"x.md": "\n".join(lines).encode()})


def _flow(value: object) -> str:
    match value:
        case None:
            return "null"
        case str():
            return f"'{value}'"
        case list():
            return f"[{', '.join(map(_flow, value))}]"
        case dict():
            return "{" + ", ".join(f"'{key}': {_flow(item)}" for key, item in value.items()) + "}"
    raise TypeError(type(value))


@given(
    st.lists(
        st.sampled_from(["[[persona:a]]", "`", "``", "```", "\n", "    ", "- ", "<!--", "-->", "\\", "a"]),
        max_size=40,
    )
)
def test_links_have_the_place_where_they_stand(pieces: list[str]) -> None:
    lines = "".join(pieces).split("\n")
    for link in find_links("\n".join(lines), 7):
        assert lines[link.line - 7][link.column - 1 :].startswith("[[persona:a]]")
