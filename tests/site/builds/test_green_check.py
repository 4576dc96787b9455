"""What `check` finds no error and no broken link in is built, strictly and without a warning."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st
from small_sites import build_site, config, write_tree

from journeybook import project

PIECES = st.sampled_from(
    [
        "Ein Satz.\n\n", "## Kauf\n\n", "### Kauf\n\n", "# Titel\n\n", "[[persona:anna]] ", "[[journey:weg]] ",
        "[[persona:nie]] ", "[[anna]] ", "[Anna](personas/anna.md) ", "[nichts](nichts.md) ", "[x](#kauf) ",
        "[x](weg.md#kauf) ", "![Bild](assets/bild.png) ", "![](../docs/index.md) ", "[x](../docs/index.md) ",
        "[x](https://example.org/) ", "<b>fett", "<div id=kauf>\n\n", "</div>\n\n", "<!-- ", "-->\n\n", "`",
        "```mermaid\nflowchart LR\n  a --> b\n```\n\n", "| a | b |\n|---|---|\n| c | d |\n\n", "- a\n", "    - b\n",
        '--8<-- "mkdocs.yml"\n', "!!! note\n    x\n\n", "{{ page }} ", "{% for x in y %} ", "::: x\n", "[a]: b\n\n",
        "[^1] ", "[^1]: Fuß\n\n", "Begriff\n:   Sinn\n\n", "{#kauf} ", "\\", "&amp; ", "<script>x</script> ", "*", "_",
        "[TOC]\n\n", "---\n", "===\n", "%", "$x$ ", "<https://example.org> ", "[x](mailto:a@example.org) ", "[x](<) ",
    ]
)  # fmt: skip
BODIES = st.lists(PIECES, max_size=8).map("".join)
TEXTS = st.one_of(
    st.sampled_from(
        ["Kauf", "a: b", "{{ x }}", "<b>", "[[persona:anna]]", "# x", "100 %", "'", '"', "ß", "page"]
    ),
    st.text(alphabet="ab <>&\"'{}[]#%\\|*_`-:/\nß👟", min_size=1, max_size=12),
)


BUILDS = settings().max_examples // 4
"""A build takes longer than a reading."""


@st.composite
def handbooks(draw: st.DrawFn) -> dict[str, str | bytes]:
    """A journey, a persona and a page by hand, with texts and bodies of any kind."""
    text = st.builds(json.dumps, TEXTS)
    return {
        "journeys/handbook.yml": f"channels:\n  - {{id: web, title: {draw(text)}, setting: online}}\n",
        "journeys/personas/anna.md": f"---\ntitle: {draw(text)}\nquote: {draw(text)}\n---\n{draw(BODIES)}",
        "journeys/touchpoints/laden.md": f"---\ntitle: {draw(text)}\nchannel: web\n---\n{draw(BODIES)}",
        "journeys/assets/bild.png": b"\x89PNG\r\n\x1a\n" + bytes(32),
        "journeys/weg.md": (
            f"---\ntitle: {draw(text)}\nsummary: {draw(text)}\npersona: anna\ntags: [{draw(text)}]\nstages:\n"
            f"  - stage: purchase\n    goal: {draw(text)}\n    steps:\n      - title: {draw(text)}\n"
            f"        thoughts: [{draw(text)}]\n        pain_points: [{draw(text)}]\n        touchpoints: laden\n"
            f"        opportunities: [{draw(text)}]\n---\n{draw(BODIES)}"
        ),
        "docs/index.md": "# Willkommen\n",
    }


@settings(max_examples=BUILDS, phases=(Phase.explicit, Phase.generate))
@given(handbooks())
def test_a_green_check_means_a_green_build(files: dict[str, str | bytes]) -> None:
    with TemporaryDirectory() as temporary:
        root = Path(temporary)
        write_tree(root, files)
        found = project.read(root / "journeys", "journeys")
        assume(not found.errors and "broken-link" not in {finding.rule for finding in found.findings})
        made = build_site(root, {}, config("material", markdown_extensions=["attr_list", "footnotes", "toc"]))
        assert (made.aborted, made.log) == (None, [])
        assert "journeys/weg/index.html" in made.pages
