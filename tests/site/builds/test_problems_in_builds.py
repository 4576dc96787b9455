"""What a build says of problems: all of them, each with its place, and never a traceback."""

from pathlib import Path

import pytest
from small_sites import SHOES, SIX_LINES, Make, Tree, build_site, run_build

BROKEN: Tree = {
    "journeys/schuhe.md": SHOES.replace("persona: anna", "persona: ana"),
    "journeys/leer.md": "",
    "journeys/gleich.md": "---\ntitle: Gleich\ntitle: Noch einmal\npersona: anna\nstages: []\n---\n",
    "journeys/personas/bodo.md": "---\ntitel: Bodo\n---\nSiehe [[touchpoint:kase]].\n",
    "docs/index.md": "# Willkommen\n\n[[persona:nie]]\n",
}
EXPECTED = [
    "docs/index.md:3:1: unknown-persona: No persona 'nie'. The personas are 'anna' and 'bodo'.",
    "journeys/gleich.md:3:1: repeated-key: The key 'title' stands here again; it is already in line 2.",
    "journeys/gleich.md:5:9: missing-field: 'stages' is empty.",
    "journeys/leer.md:1:1: missing-header: The file is empty. Begin with a header between two lines of '---'.",
    "journeys/personas/bodo.md:2:1: unknown-key: 'titel' is not a key of a persona. Did you mean 'title'?",
    "journeys/personas/bodo.md:4:7: unknown-touchpoint: No touchpoint 'kase'. There are no touchpoints yet; a touchpoint is a file such as 'touchpoints/kase.md'.",
    "journeys/schuhe.md:3:10: unknown-persona: No persona 'ana'. Did you mean 'anna'?",
]


def test_all_problems_are_listed_and_then_the_build_fails_once(make: Make) -> None:
    made = make(BROKEN)
    assert made.log == [
        *(f"ERROR: journeybook: {line}" for line in EXPECTED),
        f"ERROR: journeybook: {len(EXPECTED)} problems in the handbook",
    ]
    assert made.aborted == "Aborted with a BuildError!"
    assert not made.site.exists()


def test_the_command_fails_without_a_traceback(tmp_path: Path) -> None:
    ran = run_build(tmp_path, {**SIX_LINES, **BROKEN})
    assert ran.returncode == 1
    assert ran.stdout == "\nAborted with a BuildError!\n"
    lines = [line for line in ran.stderr.splitlines() if line.startswith("ERROR")]
    assert lines == [f"ERROR   -  journeybook: {line}" for line in (*EXPECTED, "7 problems in the handbook")]
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("name", "files", "said"),
    [
        (
            "jorneys",
            {},
            "'journeys_dir' names 'jorneys', which is no folder beside 'mkdocs.yml'. Did you mean 'journeys'?",
        ),
        (
            "overrides",
            {"overrides/main.html": "", "journeys/handbook.yml": "review_every: 30\n"},
            "'journeys_dir' names 'overrides', a folder without a single journey. Did you mean 'journeys'?",
        ),
        (
            "bilder",
            {"bilder/a.png": b""},
            (
                "'journeys_dir' names 'bilder', a folder without a single journey. "
                "The folders there are 'docs' and 'journeys'."
            ),
        ),
        (
            "journeys/kunden",
            {},
            (
                "'journeys_dir' names 'journeys/kunden', which is no folder beside 'mkdocs.yml'. "
                "Did you mean 'journeys'?"
            ),
        ),
        (
            "../elsewhere",
            {},
            "'journeys_dir' names '../elsewhere', which lies outside of the project. Put it beside 'mkdocs.yml'.",
        ),
        (
            "/etc",
            {},
            "'journeys_dir' names '/etc', which lies outside of the project. Put it beside 'mkdocs.yml'.",
        ),
    ],
)
def test_a_slip_in_the_name_of_the_journeys_folder_stops_the_build(
    name: str, files: Tree, said: str, make: Make
) -> None:
    made = make(files, plugins=["search", {"journeybook": {"journeys_dir": name}}])
    assert made.aborted == "Aborted with a BuildError!"
    assert [line.partition(" invalid-setting: ")[2] for line in made.log[:1]] == [said]


def test_a_file_in_the_place_of_the_journeys_stops_the_build(tmp_path: Path) -> None:
    made = build_site(tmp_path, {"journeys": "Hier stehen keine."})
    assert made.aborted == "Aborted with a BuildError!"
    assert [line.partition(" invalid-setting: ")[2] for line in made.log[:1]] == [
        "'journeys' is no folder that can be opened. Name the folder of the journeys by 'journeys_dir'."
    ]


@pytest.mark.parametrize("folder", ["Journeys", "jouneys", "reisen"])
def test_journeys_in_another_folder_stop_the_build_where_nothing_names_it(
    folder: str, tmp_path: Path
) -> None:
    made = build_site(tmp_path, {f"{folder}/handbook.yml": "review_every: 30\n"})
    assert made.aborted == "Aborted with a BuildError!"
    assert [line.partition(" invalid-setting: ")[2] for line in made.log[:1]] == [
        (
            "There is no folder 'journeys' beside 'mkdocs.yml', and no 'journeys_dir' names another. "
            f"Did you mean '{folder}'?"
        )
    ]


def test_a_site_whose_handbook_has_not_begun_is_built(tmp_path: Path) -> None:
    made = build_site(tmp_path, {"docs/index.md": "# Hier\n", "bilder/a.png": b""})
    assert (made.aborted, made.log) == (None, [])


def test_warnings_and_hints_never_fail_a_strict_build(make: Make) -> None:
    files: Tree = {
        "journeys/personas/bodo.md": "---\ntitle: Bodo\n---\n",
        "journeys/handbook.yml": "stages: [{id: purchase, title: Kauf}]\nteams: [{id: laden, title: Laden}]\n",
    }
    made = make(files)
    assert (made.aborted, made.log) == (None, [])
    assert "personas/bodo/" in made.generated


@pytest.mark.parametrize("written", ["en-GB", "nonsense", "{{ 7*7 }}"])
def test_a_way_of_writing_dates_that_is_not_the_language_s_is_said_to_be_none(
    make: Make, written: str
) -> None:
    made = make(plugins=["search", {"journeybook": {"locale": written}}])
    assert made.aborted == "Aborted with a BuildError!"
    assert made.log == [
        (
            f"ERROR: journeybook: The option 'locale' is '{written}', which is no region's way of writing "
            "the language of the site, 'de'. Write 'en-GB' or 'de-AT', for example."
        )
    ]


@pytest.mark.parametrize("written", ["nonsense", "2026-02-30", "{{ 7*7 }}"])
def test_a_day_that_is_none_is_said_to_be_none(
    make: Make, written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOURNEYBOOK_TODAY", written)
    made = make()
    expected = f"JOURNEYBOOK_TODAY is '{written}'; it must be a date such as 2026-11-21."
    assert made.log == [f"ERROR: journeybook: {expected}"]
    assert made.aborted == "Aborted with a BuildError!"


def test_a_day_that_is_none_brings_no_traceback(tmp_path: Path) -> None:
    ran = run_build(tmp_path, SIX_LINES, JOURNEYBOOK_TODAY="heute")
    assert ran.returncode == 1
    assert "ERROR   -  journeybook: JOURNEYBOOK_TODAY is 'heute'; it must be a date" in ran.stderr
    assert "Traceback" not in ran.stderr


STRANGE: Tree = {
    "journeys/binaer.md": bytes(range(256)),
    "journeys/nirgends.md": Path("nicht-da.md"),
    "journeys/kreis.md": Path("kreis.md"),
    "journeys/latin.md": "---\ntitle: Größe\n---\n".encode("latin-1"),
    "journeys/bombe.md": b"---\n" + b"[" * 100_000 + b"\n---\n",
    "journeys/riesig.md": b"---\ntitle: " + b"x" * 5_000_000 + b"\n---\n",
}


def test_files_that_are_no_text_are_problems_like_others(make: Make) -> None:
    made = make(STRANGE)
    assert made.aborted == "Aborted with a BuildError!"
    named = {line.split(": ")[2].split(":")[0] for line in made.log[:-1]}
    assert named == set(STRANGE)
