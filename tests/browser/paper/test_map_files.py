"""`journeybook pdf`: the maps of journeys as files, made by the browser that is installed."""

import os
import struct
import subprocess
import sys
from contextlib import chdir
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner
from page_looks import Window
from printed_pages import Printed, packed

import warm
from browser import installed_program
from journeybook.catalogue import Catalogue
from journeybook.cli import main
from journeybook.cli.printing.browser import installed_browser
from journeybook.cli.terminal.failure import Failure
from page_signs import PAINTED

JOURNEY = "online-bestellen"
DAY = {"JOURNEYBOOK_TODAY": "2026-11-21", "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
SMALL = "---\ntitle: Schuhe kaufen\npersona: {persona}\nstages:\n  - stage: purchase\n    steps: [Anprobieren, Bezahlen]\n---\n"


Said = tuple[int, str, str]
"""An exit code, standard output and standard error."""


def pdf(folder: Path, *arguments: object) -> Said:
    """What the command says in a folder, as a program of its own, for there is one Playwright in a program."""
    command = ("-m", "journeybook", "pdf", *map(str, arguments))
    ran = warm.run(*command, folder=folder, environment={**os.environ, **DAY})
    return ran.returncode, ran.stdout, ran.stderr


def refusal(folder: Path, *arguments: object) -> Said:
    """What the command says in a folder when it comes to no browser."""
    with chdir(folder):
        ran = CliRunner().invoke(main, ["pdf", *map(str, arguments)])
    return ran.exit_code, ran.stdout, ran.stderr


@pytest.fixture(scope="module")
def big_map(site: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Said]:
    """A folder in which one journey's map was written as both, and what was said."""
    folder = tmp_path_factory.mktemp("map")
    return folder, pdf(
        folder, JOURNEY, "--site", site, "--paper", "a3", "--format", "both", "--out", "new/folder"
    )


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """The source of a small site with MkDocs' own theme, which has no address yet."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "journeys/personas").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Handbuch\nplugins: [journeybook]\nuse_directory_urls: false\n", encoding="utf-8"
    )
    (tmp_path / "journeys/personas/anna.md").write_text("---\ntitle: Anna\n---\n", encoding="utf-8")
    for name in ("karten", "schuhe"):
        (tmp_path / f"journeys/{name}.md").write_text(SMALL.format(persona="anna"), encoding="utf-8")
    return tmp_path


def test_a_pdf_holds_the_map_alone_with_its_title_and_personas(
    big_map: tuple[Path, Said], example: Catalogue
) -> None:
    journey = example.journeys[JOURNEY]
    folder, _ = big_map
    printed = Printed(folder / f"new/folder/{JOURNEY}.pdf")

    assert printed.sizes == {(1191, 843)}
    assert len(printed.pages) <= 2
    assert packed(journey.title) in packed(printed.pages[0])
    assert [persona.id for persona in journey.personas if packed(persona.title) not in printed.text] == []
    assert [step.id for step in journey.steps if packed(step.title) not in printed.text] == []
    assert "DieGeschichte" not in printed.text
    assert "Handbuchpflegen" not in printed.text
    address = packed("https://handbuch.example.org/journeys/online-bestellen/")
    assert all(address in packed(text) for text in printed.pages)


def test_the_whole_page_has_its_story_and_its_diagrams_drawn(site: Path, tmp_path: Path) -> None:
    name = "online-bestellen-im-laden-zurueckgeben"
    given = ("--site", site, "--whole-page", "--out", ".", "--browser", installed_program())
    assert pdf(tmp_path, name, *given)[0] == 0
    printed = Printed(tmp_path / f"{name}.pdf")

    assert "DieGeschichte" in printed.text
    assert "AlsDiagramm" in printed.text
    assert "accTitle" not in printed.text


def test_a_png_is_a_slide_at_twice_its_size(big_map: tuple[Path, Said]) -> None:
    folder, said = big_map
    picture = (folder / f"new/folder/{JOURNEY}.png").read_bytes()

    assert said == (0, f"new/folder/{JOURNEY}.pdf\nnew/folder/{JOURNEY}.png\n", "")
    assert struct.unpack(">II", picture[16:24]) == (2 * 1920, 2 * 1080)


SLIDE = """() => {
  const inside = part => {
    const {width, top, bottom} = part.getBoundingClientRect();
    return width > 0 && top >= 0 && bottom <= innerHeight;
  };
  return ["h1", ".jb-chart__title", ".jb-facts__list", ".jb-map", ".jb-slips", ".jb-legend", ".jb-tools", ".md-header"]
    .filter(part => [...document.querySelectorAll(part)].some(inside));
}"""


def test_a_slide_shows_title_facts_and_map_and_nothing_else(window: Window) -> None:
    page = window.visit(f"journeys/{JOURNEY}/")
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.evaluate(PAINTED)
    page.evaluate((files("journeybook") / "cli/printing/map_alone.js").read_text(encoding="utf-8"))
    page.evaluate(PAINTED)

    assert page.evaluate(SLIDE) == [
        ".jb-chart__title",
        ".jb-facts__list",
        ".jb-map",
        ".jb-slips",
        ".jb-legend",
    ]
    assert (
        page.locator(".jb-map__title").first.evaluate("text => parseFloat(getComputedStyle(text).fontSize)")
        >= 14
    )


def test_without_a_site_it_is_built_first_and_every_journey_is_written_by_its_id(handbook: Path) -> None:
    before = sorted(handbook.rglob("*"))
    said = pdf(handbook, "--browser", installed_program())
    written = [Path("maps", f"{name}.pdf") for name in ("karten", "schuhe")]
    printed = Printed(handbook / "maps/schuhe.pdf")

    assert said == (0, "".join(f"{file}\n" for file in written), "")
    assert sorted((handbook / "maps").iterdir()) == [handbook / file for file in written]
    assert printed.sizes == {(843, 596)}
    assert len(printed.pages) == 1
    assert [text for text in ("Schuhe kaufen", "Anna", "Bezahlen") if packed(text) not in printed.text] == []
    assert "127.0.0.1" not in printed.text
    assert sorted(path for path in handbook.rglob("*") if "maps" not in path.parts) == before


def test_a_handbook_with_problems_is_not_printed(handbook: Path) -> None:
    (handbook / "journeys/schuhe.md").write_text(SMALL.format(persona="ana"), encoding="utf-8")
    code, out, err = refusal(handbook)

    assert (code, out) == (1, "")
    assert err.startswith("Error: The site cannot be built. This is what its builder says:\n")
    assert "unknown-persona: No persona 'ana'. Did you mean 'anna'?" in err
    assert "INFO" not in err
    assert not (handbook / "maps").exists()


def test_an_unknown_journey_is_named_with_the_nearest_one(site: Path, tmp_path: Path) -> None:
    messages = (
        "Error: No journey 'online-besteln'. Did you mean 'online-bestellen'?\n"
        "No journey 'quatsch'. The journeys are 'online-bestellen', 'online-bestellen-im-laden-zurueckgeben', "
        "'online-bestellen-kuenftig', 'schuhe-im-laden-kaufen' and 'vom-erstkauf-zur-empfehlung'.\n"
    )

    assert refusal(tmp_path, "online-besteln", JOURNEY, "quatsch", "--site", site) == (2, "", messages)
    assert list(tmp_path.iterdir()) == []


def test_without_a_site_there_must_be_one_to_build(tmp_path: Path) -> None:
    message = (
        "Error: There is no 'mkdocs.yml' with the plugin 'journeybook', here or above. "
        "Go to the folder of your handbook, or begin one here: journeybook init\n"
    )

    assert refusal(tmp_path) == (2, "", message)


def test_what_is_given_must_be_a_site_of_journeys(tmp_path: Path) -> None:
    refused = (
        "Error: 'docs' is no built site. Give the folder that `mkdocs build` writes, which is 'site' by default, "
        "or leave out --site to have one built.\n"
    )
    assert refusal(tmp_path, "--site", "docs") == (2, "", refused)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.html").write_text("<p>Other", encoding="utf-8")
    empty = "Error: There is no journey in this site. Is it one that Journeybook built?\n"
    assert refusal(tmp_path, "--site", "docs") == (2, "", empty)


def test_the_browser_that_is_given_must_be_one(site: Path, tmp_path: Path) -> None:
    missing = (
        "Error: There is no program 'nowhere'. Give the path of Chrome, Edge or Chromium with --browser.\n"
    )
    assert pdf(tmp_path, "--site", site, "--browser", "nowhere") == (2, "", missing)
    other = f"Error: The browser '{sys.executable}' cannot be started. Give another one with --browser.\n"
    assert pdf(tmp_path, "--site", site, "--browser", sys.executable) == (2, "", other)


def test_without_a_browser_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    with pytest.raises(Failure) as failure:
        installed_browser(str(tmp_path / "playwrights-own"))

    assert failure.value.message == (
        "No Chrome, Edge or Chromium is found on this machine. "
        "Install one of them, or give the path of yours with --browser."
    )


def test_a_browser_is_found_where_windows_keeps_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PROGRAMFILES(X86)", str(tmp_path))
    edge = tmp_path / "Microsoft/Edge/Application/msedge.exe"
    edge.parent.mkdir(parents=True)
    edge.touch()

    assert installed_browser("") == str(edge)


def test_a_browser_that_has_no_windows_is_enough(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    shell = tmp_path / "chromium-headless-shell"
    shell.touch(mode=0o755)
    assert installed_browser("") == str(shell)

    (tmp_path / "chromium").touch(mode=0o755)
    assert installed_browser("") == str(tmp_path / "chromium")


def test_without_playwright_it_says_how_to_install_it(site: Path, tmp_path: Path) -> None:
    (tmp_path / "hidden/playwright").mkdir(parents=True)
    (tmp_path / "hidden/playwright/__init__.py").write_text("raise ImportError\n", encoding="utf-8")
    path = os.pathsep.join(filter(None, (str(tmp_path / "hidden"), os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-m", "journeybook", "pdf", "--site", str(site)]
    ran = subprocess.run(
        command,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == (
        "Error: Playwright is missing, through which the browser is driven. "
        "Install it beside Journeybook: pip install 'playwright>=1.50'\n"
    )


@pytest.mark.parametrize("out", ["maps", "maps/of/today"])
def test_a_folder_that_cannot_be_written_is_named(site: Path, tmp_path: Path, out: str) -> None:
    (tmp_path / "maps").write_text("a file", encoding="utf-8")
    message = f"Error: '{Path(out)}' cannot be written to. Is it a folder, and are you allowed to?\n"

    assert refusal(tmp_path, JOURNEY, "--site", site, "--out", out) == (2, "", message)


def test_a_file_that_cannot_be_written_is_named(small_site: Path, tmp_path: Path) -> None:
    file = Path("maps", "kurz.pdf")
    (tmp_path / file).mkdir(parents=True)
    message = f"Error: '{file}' cannot be written. Is the folder writable, and the file not open?\n"

    given = ("--site", small_site, "--browser", installed_program())
    assert pdf(tmp_path, "kurz", *given) == (2, "", message)
