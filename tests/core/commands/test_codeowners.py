"""`journeybook codeowners` writes who is asked to review which file, and leaves what people wrote there."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from core.repositories import git, repository, write
from journeybook.accounts import is_account
from journeybook.cli import main
from journeybook.scaffold.codeowners import BEGIN, END

TEAMS = """\
teams:
  - {id: shop, title: Filialbetrieb, contact: "Slack #shop, @acme/shop"}
  - {id: web, title: E-Commerce, contact: "mailto:web@example.org"}
  - {id: nobody, title: Niemand, contact: Zimmer 12}
  - {id: crowd, title: Alle, contact: "@all"}
stages: [{id: purchase, title: Kauf}]
channels: [{id: store, title: Filiale, setting: offline}]
"""
JOURNEY = "---\ntitle: {}\npersona: anna\nowner: {}\nstages: {{stage: purchase, steps: A}}\n---\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = repository(tmp_path / "handbook")
    (folder / "journeys/hilfe.md").unlink()
    files = {
        "handbook.yml": TEAMS,
        "kauf.md": JOURNEY.format("Schuhe kaufen", "shop"),
        "b2b/großer kunde #1.md": JOURNEY.format("Als Firma", "web").replace("title", "id: firma\ntitle", 1),
        "touchpoints/kasse.md": "---\ntitle: Kasse\nchannel: store\nowner: shop\n---\n",
    }
    write(folder / "journeys", files)
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str) -> tuple[int, str, str]:
    found = CliRunner().invoke(main, ["codeowners", *arguments])
    return found.exit_code, found.stdout, found.stderr


def block(*lines: str) -> str:
    return "".join(f"{line}\n" for line in (BEGIN, *lines, END))


LINES = (
    r"/journeys/b2b/großer\ kunde\ \#1.md web@example.org",
    "/journeys/kauf.md @acme/shop",
    "/journeys/touchpoints/kasse.md @acme/shop",
)


def test_each_owned_file_stands_there_with_how_the_platform_calls_its_team(home: Path) -> None:
    assert run() == (0, ".github/CODEOWNERS\n", "")
    assert (home / ".github/CODEOWNERS").read_text("utf-8") == block(*LINES)


def test_what_people_wrote_around_the_block_stays_with_its_line_ends(home: Path) -> None:
    before, after = "* @acme/everyone-else\r\n\r\n", "\r\n/journeys/kauf.md @anna\r\n# Ende"
    old = block("/journeys/alt.md @acme/old").replace("\n", "\r\n")
    (home / "CODEOWNERS").write_bytes(f"{before}{old}{after}".encode())

    assert run() == (0, "CODEOWNERS\n", "")
    new = block(*LINES).replace("\n", "\r\n")
    assert (home / "CODEOWNERS").read_bytes().decode() == f"{before}{new}{after}"
    assert run("--check") == (0, "", "")


def test_a_file_without_a_block_gets_one_at_its_end(home: Path) -> None:
    write(home, {"docs/CODEOWNERS": "* @acme/all-of-us\n"})

    assert run()[:2] == (0, "docs/CODEOWNERS\n")
    assert (home / "docs/CODEOWNERS").read_text("utf-8") == f"* @acme/all-of-us\n\n{block(*LINES)}"


def test_check_says_whether_the_file_is_out_of_date_and_writes_nothing(home: Path) -> None:
    stale = (1, ".github/CODEOWNERS is out of date. Write it anew: journeybook codeowners\n", "")
    assert run("--check") == stale
    assert not (home / ".github").exists()
    run()
    assert run("--check") == (0, "", "")
    write(home / "journeys", {"kauf.md": JOURNEY.format("Schuhe kaufen", "web")})
    before = (home / ".github/CODEOWNERS").read_bytes()
    assert run("--check") == stale
    assert (home / ".github/CODEOWNERS").read_bytes() == before


def test_settings_say_how_teams_are_called(home: Path) -> None:
    write(home, {"journeybook.toml": '[mentions]\nshop = ["@anna", "shop@example.org"]\n'})
    run()

    assert "/journeys/kauf.md @anna shop@example.org\n" in (home / ".github/CODEOWNERS").read_text("utf-8")


def test_a_team_in_settings_that_is_none_is_a_slip(home: Path) -> None:
    write(home, {"journeybook.toml": '[mentions]\nshoop = "@anna"\n'})

    said = "Error: There is no team 'shoop', which 'journeybook.toml' mentions. Did you mean 'shop'?\n"
    assert run() == (2, "", said)


@pytest.mark.parametrize("team", ["nobody", "crowd"])
def test_a_team_without_an_account_is_told(home: Path, team: str) -> None:
    write(home / "journeys", {"kauf.md": JOURNEY.format("Schuhe kaufen", team)})
    said = (
        f"Nobody is asked for 'kauf.md': the team '{team}' has no account. "
        f'Name it in journeybook.toml, below [mentions]: {team} = "@name"\n'
    )

    assert run() == (0, ".github/CODEOWNERS\n", said)
    assert "kauf.md" not in (home / ".github/CODEOWNERS").read_text("utf-8")


def test_gitlab_has_a_section_and_groups_in_groups(home: Path) -> None:
    write(home, {".gitlab-ci.yml": "", "journeybook.toml": '[mentions]\nshop = "@acme/cx/shop"\n'})

    assert run()[:2] == (0, ".gitlab/CODEOWNERS\n")
    text = (home / ".gitlab/CODEOWNERS").read_text("utf-8")
    assert text.splitlines()[:2] == [BEGIN, "[Customer journeys]"]
    assert "/journeys/kauf.md @acme/cx/shop\n" in text
    assert "has no account" in run("--format", "github", "--output", "CODEOWNERS")[2]


@pytest.mark.parametrize("text", [f"{BEGIN}\n", f"{END}\n{BEGIN}\n", block() + block()])
def test_marks_that_do_not_pair_stop_it(home: Path, text: str) -> None:
    write(home, {"CODEOWNERS": text})
    code, _, said = run()

    assert (code, said.startswith("Error: In 'CODEOWNERS' one of the two lines is missing")) == (2, True)
    assert (home / "CODEOWNERS").read_text("utf-8") == text


def test_a_handbook_that_is_the_repository_itself_has_paths_from_there(tmp_path: Path) -> None:
    write(tmp_path, {"handbook.yml": TEAMS, "kauf.md": JOURNEY.format("Schuhe kaufen", "shop")})
    git(tmp_path, "init", "--quiet")
    run("--journeys-dir", str(tmp_path))

    assert (tmp_path / ".github/CODEOWNERS").read_text("utf-8") == block("/kauf.md @acme/shop")


@pytest.mark.linux
def test_a_link_out_of_the_repository_is_not_written_to(home: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("x\n", encoding="utf-8")
    (home / "CODEOWNERS").symlink_to(tmp_path / "elsewhere")

    said = "Error: 'CODEOWNERS' does not lie in this repository, where the platform looks for it.\n"
    assert run() == (2, "", said)
    assert (tmp_path / "elsewhere").read_text("utf-8") == "x\n"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("@anna", True),
        ("@acme/cx/shop", True),
        ("a.b+c@example.org", True),
        ("@ALL", False),
        ("@acme/", False),
        ("@a b", False),
        ("anna", False),
        ("@ann\nx", False),
        ("* @x", False),
        (3, False),
    ],
)
def test_an_account_is_one_word_that_a_platform_knows(text: object, *, is_one: bool) -> None:
    assert is_account(text) is is_one
