"""Whatever authors wrote, the log of a build gives no command to the runner that keeps it."""

import json
from pathlib import Path

import pytest
from small_sites import SHOES, SIX_LINES, Tree, config, run_build

from core.commands.test_unheard import MARKERS, commands


def hostile(marker: str) -> Tree:
    """Errors that Journeybook tells of, and links that MkDocs tells of, with a text in each."""
    text, link = json.dumps(marker), "".join(marker.split())
    return {
        **SIX_LINES,
        "docs/index.md": f"# {link}\n\n[x](<{link}>)\n\n[y](<fehlt/{link}.md>)\n\n![z](<{link}.png>)\n",
        "journeys/personas/anna.md": f"---\ntitle: Anna\n---\n[x](<{link}>) und [y](#{link})\n",
        "journeys/schuhe.md": SHOES.replace("persona: anna", f"persona: {text}\n{text}: 1\n{text}: 2"),
    }


@pytest.mark.parametrize(
    ("marker", "program", "theme"), [(MARKERS[0], "mkdocs", "mkdocs"), (MARKERS[5], "properdocs", "material")]
)
def test_the_log_is_not_obeyed(tmp_path: Path, marker: str, program: str, theme: str) -> None:
    bad = hostile(marker)
    for files, told in ((bad, "repeated-key"), ({**bad, "journeys/schuhe.md": SHOES}, "fehlt/")):
        ran = run_build(tmp_path, files, config(theme), program=program)
        assert told in ran.stderr
        assert commands(ran.stdout + ran.stderr) == []
