"""A handbook with each plugin, theme and setting: a strict build, every link followed, every page whole."""

import re

import pytest
from built_pages import dead_links, repeated_ids
from cases import Built, Case, Make, read_cases

CASES = [(group, case) for group in ("plugins", "themes", "sites") for case in read_cases(group)]
NOT_OURS = {
    "encryptcontent": re.compile("#"),  # what anchors lead to is encrypted as well
    "print-site": re.compile(r"^print_page/index\.html: #"),
    "terminal": re.compile(r": /?(\.\./)*img/"),
}
"""The links that lead nowhere for the reason that the table names."""
COLLECTED = {"print-site": "print_page/index.html"}
"""Pages that others make of several pages, whose ids they do not keep apart."""


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=lambda case: case.name)
def test_a_strict_build_says_nothing_and_each_page_is_whole(case: Case, make: Make, alone: Built) -> None:
    made = make(case)
    assert (made.code, problems(made.said)) == (0, [])

    base = re.sub(r"https://[^/]+", "", str(case.settings["site_url"]))
    known = NOT_OURS.get(case.name)
    dead = [
        link for link in dead_links(made.site, made.pages, base=base) if not (known and known.search(link))
    ]
    assert dead == []

    collected = COLLECTED.get(case.name)
    assert (
        repeated_ids({path: page for path, page in made.pages.items() if path != collected and page.is_ours})
        == []
    )
    if case.name != "encryptcontent":
        assert made.texts == alone.texts


def problems(said: str) -> list[str]:
    """Find what a build has said that ends a strict one."""
    return [
        line for line in said.splitlines() if line.startswith(("WARNING", "ERROR", "Aborted", "Traceback"))
    ]
