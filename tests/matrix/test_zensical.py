"""An export of the handbook, built by Zensical: each page whole, every link followed."""

from pathlib import Path

import pytest
from built_pages import dead_links
from cases import Built, Case, run, write_site

CASE = Case(name="for zensical")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """What Zensical makes of an export."""
    root = tmp_path_factory.mktemp("zensical")
    write_site(root / "handbook", CASE)
    exported = run(root / "handbook", "-m", "journeybook", "export", "markdown", "../export")
    assert exported.returncode == 0, exported.stderr
    ran = run(root / "export", "-m", "zensical", "build", "--strict")
    return Built(root / "export", said=f"{ran.stdout}{ran.stderr}", code=ran.returncode)


def test_a_strict_build_succeeds(made: Built) -> None:
    assert made.code == 0, made.said


def test_every_link_leads_somewhere(made: Built) -> None:
    assert dead_links(made.site, made.pages) == []


def test_each_page_is_whole(made: Built, alone: Built) -> None:
    assert len(alone.texts) > 15
    assert made.texts == alone.texts


def test_curves_and_sources_of_diagrams_come_along(made: Built) -> None:
    beside = {path.name for path in Path(made.site, "journeys/weg").iterdir()}

    assert {"index.html", "satisfaction.svg", "journey.mmd"} <= beside
