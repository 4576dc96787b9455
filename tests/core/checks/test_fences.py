"""What is code to `check` is code to the pages, and a fence that nothing ends is named."""

from pathlib import Path

import pytest
from markdown import markdown

from core.handbooks import read
from journeybook.bodies import Body, fenced, unclosed_fences

HEAD = "---\ntitle: X\npersona: anna\nstages: {stage: purchase, steps: A}\n---\n"
FENCES = {
    "```\n[x](y)\n```": True,
    "~~~ text\n[x](y)\n~~~": True,
    "````\n```\n[x](y)\n````": True,
    "```\n[x](y)\n\n~~~": False,
    "```\n\n[x](y)": False,
    "```\n\n[x](y)\n\n````": False,
    "````\n\n[x](y)\n\n```": False,
    "```\n\n[x](y)\n\n  ```": False,
    "a ```\n\n```\n\n[x](y)": False,
    "~~~\n\n[x](y)\n\n~~~ text": False,
}


@pytest.mark.parametrize("text", FENCES)
@pytest.mark.parametrize("extension", ["fenced_code", "pymdownx.superfences"])
def test_a_fence_makes_code_where_it_makes_code_on_the_pages(text: str, extension: str) -> None:
    is_code = '<a href="y">' not in markdown(text, extensions=[extension])
    assert (is_code, not Body(text).targets()) == (FENCES[text], FENCES[text])
    assert any(unclosed_fences(text)) == (not is_code)


def test_a_link_that_leads_nowhere_is_found_below_a_fence_that_nothing_ends(tmp_path: Path) -> None:
    found = read(tmp_path, {"x.md": f"{HEAD}\n  ```mermaid\n[x](nichts.md)\n"})
    told = [f"{item.place.line}:{item.place.column} {item.rule}" for item in found.findings]
    assert {"7:3 unclosed-fence", "8:1 broken-link"} <= set(told)


def test_fences_without_an_end_are_read_once() -> None:
    assert sum(fenced([f"{' ' * (at % 50)}```{at}" for at in range(1_000)])) == 0
