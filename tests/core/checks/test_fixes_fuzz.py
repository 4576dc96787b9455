"""Whatever a header looks like, fixing it changes nothing that it says, and is done after one time."""

from hypothesis import given
from hypothesis import strategies as st

from core.golden import HERE
from journeybook.edits import TextChange
from journeybook.fixes import fix
from journeybook.kinds import ThingKind
from journeybook.load.document import read_document

FULL = (HERE / "full.md").read_text(encoding="utf-8").split("\n")
LINES = [
    "  ", "", "# Kommentar", "        # tief", "x-eigen: |", "  Text  ", "  - id: x", "    title: >-  ", "      A  ", "owner: shop",
    "persona: anna", "title: X", "stages:", "- stage: purchase", "  steps: [A,", "  B]", "{a: 1,", "b: 2}", "---", "\ttab", "id: '*",
]  # fmt: skip
PLACES = st.integers(1, len(FULL) - 1)


def fixed(raw: bytes) -> bytes | None:
    """The fixed file, or nothing where it is left alone."""
    document = read_document("x.md", "x.md", ThingKind.JOURNEY, raw)
    outcome = fix(document, raw, ()) if document.header.text else None
    if not isinstance(outcome, TextChange):
        return None
    after = outcome.after.encode()
    again = read_document("x.md", "x.md", ThingKind.JOURNEY, after)
    assert (again.header.data, again.body, again.record) == (
        document.header.data,
        document.body,
        document.record,
    )
    return after


@given(
    st.lists(st.tuples(PLACES, PLACES), max_size=3),
    st.lists(st.tuples(PLACES, st.sampled_from(LINES)), max_size=3),
    st.sampled_from(["\n", "\r\n", "  \n", "\r"]),
)
def test_fixing_keeps_what_a_file_says(
    swaps: list[tuple[int, int]], additions: list[tuple[int, str]], line_end: str
) -> None:
    lines = list(FULL)
    for one, other in swaps:
        lines[one], lines[other] = lines[other], lines[one]
    for place, line in additions:
        lines.insert(place, line)
    after = fixed(line_end.join(lines).encode())
    assert after is None or fixed(after) is None


ORDERS = st.permutations(["title: A", "persona: [anna, bodo]", "owner: shop", "stages:"])


@given(
    top=ORDERS,
    inner=st.permutations(["stage: purchase", "title: B", "owner: shop", "steps:"]),
    is_commented=st.booleans(),
)
def test_any_order_of_keys_becomes_the_one(top: list[str], inner: list[str], *, is_commented: bool) -> None:
    stage = [f"    {line}" + ("\n      - C" if line == "steps:" else "") for line in inner]
    block = "\n".join(stage).replace("    ", "  - ", 1)
    keys = [f"{line}\n{block}" if line == "stages:" else line for line in top]
    if is_commented:
        keys = [keys[0], *(f"# über {key[:4]}\n{key}" for key in keys[1:])]
    raw = ("---\n" + "\n".join(keys) + "\n---\n").encode()
    after = (fixed(raw) or raw).decode()
    named = [line.strip(" -").partition(":")[0] for line in after.splitlines() if ":" in line]
    rest = [key for key in named if key not in {"title", "persona", "stages", "stage", "steps"}]
    assert named == ["title", "persona", rest[0], "stages", "stage", "title", rest[1], "steps"]
    for line, key in zip(after.splitlines(), after.splitlines()[1:], strict=False):
        assert not line.startswith("# über") or key.startswith(line[7:])
