"""The home page in every state of a handbook, and what changed last, from real repositories."""

import contextlib
import os
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from built_pages import BuiltPage, dead_links
from mkdocs.commands.build import build
from mkdocs.config import load_config
from small_sites import SHOES, SIX_LINES, Make, Tree, build_site, config, write_tree

SECTIONS = [
    "start_here",
    "all_journeys",
    "worst_moments",
    "pain_points",
    "last_changes",
    "last_reviewed",
    "all_actions",
]
FULL = """
    ---
    title: Schuhe im Laden kaufen
    persona: anna
    reviewed: 2026-11-01
    stages:
      - stage: purchase
        steps:
          - title: Schuhe anprobieren
            satisfaction: 4
            pain_points: {title: Kein Hocker frei, severity: 2}
          - title: Nach einer Größe fragen
            moment_of_truth: true
            satisfaction: 3
          - title: An der Kasse bezahlen
            satisfaction: 1
            moment_of_truth: Hier entscheidet sich alles.
            pain_points:
              - {title: Lange Schlange, severity: 5, id: schlange}
              - {title: Kartengerät streikt, severity: 4, id: karte}
            opportunities:
              - {title: Neues Gerät, status: done, solves: karte}
              - title: Mehr Kassen
                solves: schlange
                actions:
                  - {title: Kasse bestellen, due: 2026-11-01, status: open}
                  - {title: Kasse ausprobieren, due: 2026-12-01, status: doing}
                  - {title: Kasse aussuchen, due: 2026-10-01, status: done}
    ---
    """


def figures(page: BuiltPage) -> list[tuple[str, str]]:
    """The key figures with the addresses to which they lead."""
    items = page.ours.all("ul.jb-figures li")
    return [(item.text, item.all("a")[0]["href"] if item.all("a") else "") for item in items]


def sections(page: BuiltPage) -> list[str]:
    return [name for name in page.ids if name in SECTIONS]


def test_key_figures_count_what_is_open_and_lead_to_it(make: Make) -> None:
    made = make({"journeys/schuhe.md": FULL})
    home = made.page("")

    assert figures(home) == [
        ("1 Journeys", "journeys/"),
        ("2,7 Zufriedenheit im Mittel über 3 Schritte", "journeys/?sort=satisfaction"),
        ("1 Momente der Wahrheit unter 3 von 2", "#worst_moments"),
        ("1 Schwere Schmerzpunkte von 2 offenen", "#pain_points"),
        ("1 Überfällige Maßnahmen von 2 offenen", "#all_actions"),
    ]
    assert sections(home) == [
        "start_here",
        "all_journeys",
        "worst_moments",
        "pain_points",
        "last_reviewed",
        "all_actions",
    ]
    assert "Kartengerät streikt" not in home.ours.text
    assert dead_links(made.site, made.pages) == []


def test_without_pretty_addresses_the_figures_lead_to_the_same(make: Make) -> None:
    made = make({"journeys/schuhe.md": FULL}, use_directory_urls=False)

    assert figures(made.page(""))[1][1] == "journeys/index.html?sort=satisfaction"
    assert dead_links(made.site, made.pages) == []


def test_what_is_not_known_is_not_shown(make: Make) -> None:
    home = make().page("")

    assert figures(home) == [("1 Journeys", "journeys/")]
    assert sections(home) == ["start_here", "all_journeys"]
    assert home.ours.one("li.jb-card--journey div.jb-card__curve").text == "kein Wert"
    assert home.ours.one("li.jb-card--journey p.jb-card__facts").text == "2 Schritte"


def test_a_number_of_none_is_told_and_leads_nowhere(make: Make) -> None:
    text = FULL.replace("satisfaction: 1", "satisfaction: 5").replace("severity: 5", "severity: 3")
    home = make({"journeys/schuhe.md": text.replace("2026-11-01, status", "2026-12-24, status")}).page("")

    assert figures(home)[2:] == [
        ("0 Momente der Wahrheit unter 3 von 2", ""),
        ("0 Schwere Schmerzpunkte von 2 offenen", ""),
        ("0 Überfällige Maßnahmen von 2 offenen", ""),
    ]
    assert sections(home) == ["start_here", "all_journeys", "pain_points", "last_reviewed"]


def test_a_handbook_without_journeys_says_how_to_begin(tmp_path: Path) -> None:
    home = build_site(tmp_path, {"docs/index.md": "# Willkommen\n"}, config()).page("")

    assert figures(home) == []
    assert sections(home) == []
    assert "Es gibt noch keine Journeys." in home.ours.text


def test_of_sixty_journeys_the_first_twelve_are_shown(make: Make) -> None:
    many = {f"journeys/reise-{number:02}.md": SHOES for number in range(60)}
    home = make(
        {**many, "journeys/zukunft.md": FULL.replace("persona: anna", "persona: anna\n    state: future")}
    ).page("")

    assert figures(home) == [("62 Journeys davon 1 künftig (Soll)", "journeys/")]
    assert len(home.ours.all("li.jb-card--journey")) == 12
    assert "Alle 62 Journeys als Liste" in home.ours.text


SOMEONE = {
    "GIT_AUTHOR_NAME": "Jörg & Söhne",
    "GIT_AUTHOR_EMAIL": "joerg@example.org",
    "GIT_COMMITTER_NAME": "Server",
    "GIT_COMMITTER_EMAIL": "server@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
}


def commit(root: Path, subject: str, day: str) -> None:
    """Commit everything below a folder, which becomes a repository."""
    dates = {"GIT_AUTHOR_DATE": f"{day}T23:30:00+01:00", "GIT_COMMITTER_DATE": f"{day}T23:30:00+01:00"}
    for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", subject]):
        subprocess.run(["git", *command], cwd=root, check=True, env={**os.environ, **SOMEONE, **dates})


def changes(page: BuiltPage) -> list[tuple[str, str, str]]:
    """The latest changes: when, what and who."""
    found = (page.ours.all(f"ol.jb-changes {part}") for part in ("time", "ul", "p.jb-changes__why"))
    return [(when.text, what.text, who.text) for when, what, who in zip(*found, strict=True)]


REWRITTEN = (
    "Schuhe im Laden kaufen: Der Text unter „Schuhe im Laden kaufen“ wurde geändert; "
    "Wörter dazu: 1, Wörter weg: 0."
)
WITH_HISTORY = config(
    plugins=[
        "search",
        {"journeybook": {"commit_url": "https://git.example.org/{commit}", "quality": False}},
    ]
)


def write(root: Path, files: Tree) -> None:
    write_tree(root, {"mkdocs.yml": WITH_HISTORY, "docs": None, ".gitignore": "site/\n", **files})


def rebuilt(root: Path) -> BuiltPage:
    return build_site(root, {}, WITH_HISTORY).page("")


def test_what_changed_last_is_told_with_when_who_and_why(tmp_path: Path) -> None:
    touchpoints = {
        f"journeys/touchpoints/punkt-{n}.md": f"---\ntitle: Punkt {n}\nchannel: x\n---\n" for n in range(4)
    }
    write(
        tmp_path,
        {
            **SIX_LINES,
            **touchpoints,
            "journeys/handbook.yml": "channels: [{id: x, title: X, setting: both}]\n",
        },
    )
    commit(tmp_path, "Fange an", "2026-03-01")
    write_tree(
        tmp_path,
        {
            "journeys/schuhe.md": f"{SHOES}Mehr.\n",
            "journeys/handbook.yml": "channels: [{id: x, title: Y, setting: both}]\n",
        },
    )
    commit(tmp_path, "Erzähle <b>mehr</b>", "2026-03-02")
    write_tree(tmp_path, {"journeys/handbook.yml": "channels: [{id: x, title: Z, setting: both}]\n"})
    commit(tmp_path, "Ändere, was keine Seite hat", "2026-03-03")
    home = rebuilt(tmp_path)

    assert [(when, what, why.partition(" · ")[0]) for when, what, why in changes(home)] == [
        ("3. März 2026", "Z: Der Kanal „Y“ heißt jetzt „Z“.", "Jörg & Söhne"),
        (
            "2. März 2026",
            f"Z: Der Kanal „X“ heißt jetzt „Y“.{REWRITTEN}",
            "Jörg & Söhne",
        ),
        (
            "1. März 2026",
            "Schuhe im Laden kaufen neuAnna neuPunkt 0 neuPunkt 1 neuund 9 weitere Änderungen",
            "Jörg & Söhne",
        ),
    ]
    links = [link["href"] for link in home.ours.all("ol.jb-changes a")]
    assert links[0] == "channels/x/"
    assert re.fullmatch("https://git.example.org/[0-9a-f]{40}", links[1])
    assert links[2:4] == ["channels/x/", "journeys/schuhe/"]
    assert "last_reviewed" not in home.ids


def test_what_was_renamed_is_followed_and_what_is_gone_is_named(tmp_path: Path) -> None:
    other = (
        "---\ntitle: Bodo, ein ganz anderer Mensch\n---\nMit viel Text dahinter, der nirgends sonst steht.\n"
    )
    write(tmp_path, {**SIX_LINES, "journeys/personas/bodo.md": other})
    commit(tmp_path, "Fange an", "2026-03-01")
    (tmp_path / "journeys/schuhe.md").rename(tmp_path / "journeys/kauf.md")
    commit(tmp_path, "Benenne um", "2026-03-02")
    (tmp_path / "journeys/personas/bodo.md").unlink()
    commit(tmp_path, "Nimm Bodo weg", "2026-03-03")

    assert [what for _, what, _ in changes(rebuilt(tmp_path))] == [
        "Die Persona „Bodo, ein ganz anderer Mensch“ wurde entfernt.",
        "Schuhe im Laden kaufen: Die Journey „Schuhe im Laden kaufen“ hat nicht mehr die Kennung „schuhe“, sondern „kauf“.",
        "Schuhe im Laden kaufen neuAnna neuDie Persona „Bodo, ein ganz anderer Mensch“ kam dazu.",
    ]


def _html(root: Path, site: Path, *, serving: bool) -> dict[str, str]:
    with contextlib.chdir(root):
        loaded = load_config(str(root / "mkdocs.yml"), site_dir=str(site))
        loaded.plugins.on_startup(command="serve" if serving else "build", dirty=False)
        build(loaded, serve_url="http://127.0.0.1:8000/" if serving else None)
        if not serving:
            loaded.plugins.on_shutdown()  # as `mkdocs build` does; the new site takes its place then
    return {str(path.relative_to(site)): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}


def different(left: dict[str, str], right: dict[str, str]) -> Iterable[str]:
    return {path for path in left.keys() | right.keys() if left.get(path) != right.get(path)}


@pytest.fixture
def _same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The built-in theme writes the time of the build into the home page."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1763683200")


@pytest.mark.usefixtures("_same_time")
def test_a_commit_while_serving_changes_the_home_page_and_that_of_its_journey(tmp_path: Path) -> None:
    root, site = tmp_path / "handbuch", tmp_path / "site"
    root.mkdir()
    write(root, SIX_LINES)
    before = _html(root, site, serving=True)
    commit(root, "Fange an", "2026-03-01")
    after = _html(root, site, serving=True)

    assert different(before, after) == {
        "index.html",
        "journeys/schuhe/index.html",
        "reviews/agenda/index.html",
    }
    assert "last_changes" in after["index.html"]
    assert different(after, _html(root, tmp_path / "fresh", serving=False)) == set()


@pytest.mark.usefixtures("_same_time")
def test_two_builds_of_one_commit_are_equal(tmp_path: Path) -> None:
    root = tmp_path / "handbuch"
    root.mkdir()
    write(root, SIX_LINES)
    commit(root, "Fange an", "2026-03-01")

    first, second = (_html(root, tmp_path / name, serving=False) for name in ("a", "b"))

    assert len(first) > 5
    assert different(first, second) == set()


def test_the_site_speaks_of_customers_as_the_handbook_does(make: Make) -> None:
    touchpoint = "---\ntitle: Kasse\nchannel: store\nexpectation: Schnell\n---\n"
    files = {
        "journeys/handbook.yml": "channels: [{id: store, title: Filiale, setting: offline}]\ncustomers: 100 % <b>Gäste</b>\n",
        "journeys/touchpoints/kasse.md": touchpoint,
    }
    made = make(files)

    assert "Wer sind unsere 100 % <b>Gäste</b>?" in made.page("").ours.text
    assert "Was 100 % <b>Gäste</b> erwarten" in made.page("touchpoints/kasse/").ours.text
    definitions = made.page("glossary/").ours.text
    assert "Was 100 % <b>Gäste</b> antreibt weiterzugehen." in definitions
    assert "Kunden " not in definitions
