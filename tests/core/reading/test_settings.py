"""Settings are found beside a handbook, read with places, and weigh what `check` finds."""

from pathlib import Path
from textwrap import dedent

import pytest

from journeybook.findings import Finding, Place, Severity
from journeybook.settings import Limits, Settings, find_settings, read_settings

OWN = """\
fail_on = "warning"
baseline = "known.json"

[rules]
unused-team = "off"
coverage = "warning"

[limits]
step_title_length = 40

[[paths]]
files = "b2b/**"
rules = {unused-persona = "info"}

[[paths]]
files = "b2b/old/*"
[paths.rules]
unused-persona = "off"

[changes]
owner-vanished = "error"
"""
CHANGES = ("owner-vanished", "persona-removed")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "journeys").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(text: str, name: str = "journeybook.toml") -> Settings:
    Path(name).write_text(dedent(text), encoding="utf-8")
    return read_settings(find_settings(Path("journeys")), CHANGES)


def problems(text: str, name: str = "journeybook.toml") -> list[str]:
    return [str(finding) for finding in read(text, name).findings]


def finding(rule: str, path: str) -> Finding:
    return Finding(place=Place(path=path), rule=rule, message="…")


def test_without_a_file_every_rule_weighs_what_it_weighs() -> None:
    settings = read_settings(find_settings(Path("journeys")))
    assert settings == Settings()
    assert settings.weight("unused-team", "handbook.yml") is Severity.INFO


def test_every_setting_is_read() -> None:
    settings = read(OWN)
    assert settings.findings == ()
    assert (settings.path, settings.fail_on) == ("journeybook.toml", Severity.WARNING)
    assert settings.baseline == "known.json"
    assert settings.limits == Limits(step_title_length=40)
    assert settings.changes == {"owner-vanished": Severity.ERROR}


@pytest.mark.parametrize(
    ("rule", "inside", "weight"),
    [
        ("unused-team", "handbook.yml", None),
        ("unused-metric", "handbook.yml", Severity.WARNING),
        ("unused-persona", "personas/anna.md", Severity.WARNING),
        ("unused-persona", "b2b/anna.md", Severity.INFO),
        ("unused-persona", "b2b/old/anna.md", None),
        ("unknown-key", "b2b/old/anna.md", Severity.ERROR),
    ],
)
def test_a_rule_has_the_last_word_over_its_family_and_a_path_over_both(
    rule: str, inside: str, weight: Severity | None
) -> None:
    settings = read(OWN)
    assert settings.weight(rule, inside) is weight
    weighed = list(settings.weigh([finding(rule, f"my/journeys/{inside}")], "my/journeys"))
    assert [item.severity for item in weighed] == ([weight] if weight else [])


def test_pyproject_is_read_where_it_speaks_of_a_handbook() -> None:
    assert read("[project]\nname = 'x'\n", "pyproject.toml") == Settings()
    settings = read("[tool.journeybook.rules]\nunused-team = 'off'\n", "pyproject.toml")
    assert (settings.path, settings.rules) == ("pyproject.toml", {"unused-team": None})
    assert read("", "journeybook.toml").path == "journeybook.toml"


def test_settings_are_looked_for_up_to_the_top_of_the_repository(home: Path) -> None:
    (home / "a/b/journeys").mkdir(parents=True)
    (home / "journeybook.toml").write_text("")
    assert find_settings(home / "a/b/journeys") == home / "journeybook.toml"
    (home / "a/.git").mkdir()
    assert find_settings(home / "a/b/journeys") is None
    (home / "a/b/journeys/journeybook.toml").write_text("")
    assert find_settings(home / "a/b/journeys") == home / "a/b/journeys/journeybook.toml"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\nfail-on = 'x'\n", "2:1: unknown-setting: There is no setting 'fail-on'. Did you mean 'fail_on'?"),
        (
            "fail_on = 'off'\n",
            "1:1: invalid-setting: 'fail_on' must be error, warning or info, not 'off'.",
        ),
        ("baseline = 3\n", "1:1: invalid-setting: 'baseline' must be a text, not '3'."),
        ("rules = 3\n", "1:1: invalid-setting: 'rules' must be a table, not '3'."),
        (
            "[rules]\n  unused-tteam = 'off'\n",
            "2:3: unknown-setting: There is no setting 'unused-tteam' in 'rules'. Did you mean 'unused-team'?",
        ),
        (
            "[rules]\nunused-team = 'none'\n",
            "2:1: invalid-setting: 'unused-team' must be error, warning, info or off, not 'none'.",
        ),
        (
            "rules.unknown-key = 'off'\n",
            "1:1: invalid-setting: 'unknown-key' cannot be set: without what it guards, a page cannot be made.",
        ),
        (
            "[limits]\njourney_steps = true\n",
            "2:1: invalid-setting: 'journey_steps' must be a whole number above 0, not 'True'.",
        ),
        (
            "paths = 'b2b'\n",
            "1:1: invalid-setting: 'paths' must be a list of tables. Begin each with a line of [[paths]].",
        ),
        (
            "[[paths]]\nfiles = 'x'\n[[paths]]\nrules = {}\n",
            "3:1: invalid-setting: An entry of 'paths' needs 'files', a pattern such as 'b2b/**'.",
        ),
        (
            "[[paths]]\nfiles = 'x'\n[[paths]]\nfiles = 'y'\nfile = 'z'\n",
            "5:1: unknown-setting: There is no setting 'file' in 'paths'. Did you mean 'files'?",
        ),
        (
            "[changes]\nowner-vanishd = 'off'\n",
            (
                "2:1: unknown-setting: There is no setting 'owner-vanishd' in 'changes'."
                " Did you mean 'owner-vanished'?"
            ),
        ),
        (
            'embed_hosts = ["https://miro.com"]\n',
            (
                "1:1: invalid-setting: 'embed_hosts' must be a list of at most 50 names of hosts such as 'miro.com', "
                "not 'https://miro.com'."
            ),
        ),
        (
            "embed_hosts = 3\n",
            (
                "1:1: invalid-setting: 'embed_hosts' must be a list of at most 50 names of hosts such as 'miro.com', "
                "not '3'."
            ),
        ),
        (
            "[rules]\nunused-team = off\n",
            "2:15: invalid-setting: This is not valid TOML. Look for a missing quote, bracket or equals sign here.",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, expected: str) -> None:
    assert problems(text) == [f"journeybook.toml:{expected}"]


CONFLICT = """\
[rules]
<<<<<<< HEAD
unused-team = "off"
=======
unused-team = "info"
>>>>>>> branch
"""


def test_what_git_could_not_merge_is_named() -> None:
    told = (
        "journeybook.toml:2:1: merge-conflict: Two versions of the file were not merged to the end: git left "
        "'<<<<<<<' here. Keep one version, and delete the lines of '<<<<<<<', '=======' and '>>>>>>>'."
    )
    assert problems(CONFLICT) == [told]


@pytest.mark.parametrize("text", [CONFLICT, "[rules\n", "\0"])
def test_while_settings_cannot_be_read_only_what_keeps_pages_from_being_made_is_told(text: str) -> None:
    settings = read(text)
    told = settings.weigh([finding("unused-team", "x"), finding("invalid-id", "x")], "journeys")
    assert [item.rule for item in told] == ["invalid-id"]


def test_what_is_right_counts_beside_what_is_wrong() -> None:
    settings = read("fail_on = 1\n[rules]\nunused-team = 'off'\nx = 'off'\n")
    assert len(settings.findings) == 2
    assert (settings.fail_on, settings.rules) == (Severity.ERROR, {"unused-team": None})


def test_settings_that_are_no_text_are_one_problem(home: Path) -> None:
    (home / "journeybook.toml").write_bytes(b"\xff\xfe")
    assert [str(item) for item in read_settings(find_settings(Path("journeys"))).findings] == [
        (
            "journeybook.toml:1:1: invalid-setting: 'journeybook.toml' cannot be read."
            " Check that you may read it and that it is stored as UTF-8."
        )
    ]


def test_places_in_pyproject_are_those_of_its_own_tables() -> None:
    text = "[rules]\nx = 1\n[tool.journeybook]\n[tool.journeybook.rules]\nx = 1\n"
    assert [line.partition(" ")[0] for line in problems(text, "pyproject.toml")] == ["pyproject.toml:5:1:"]


def test_hosts_to_embed_are_named_outside_of_the_journeys_folder_alone(home: Path) -> None:
    text = 'embed_hosts = ["miro.com", "www.figma.com"]\n'
    for folder, hosts in ((home, ("miro.com", "www.figma.com")), (home / "journeys", ())):
        file = folder / "journeybook.toml"
        file.write_text(text, encoding="utf-8")
        settings = read_settings(file, journeys=home / "journeys")
        assert settings.embed_hosts == hosts
    assert [str(item) for item in settings.findings] == [
        (
            "journeys/journeybook.toml:1:1: invalid-setting: 'embed_hosts' counts only in a file outside of the "
            "journeys folder. Who may write journeys must not decide what they embed."
        )
    ]


def test_accounts_of_teams_are_names_or_addresses() -> None:
    assert read('[mentions]\nshop = "@acme/shop"\nweb = ["@a", "b@example.org"]\n').mentions == {
        "shop": ("@acme/shop",),
        "web": ("@a", "b@example.org"),
    }
    assert problems('[mentions]\nshop = "Filiale"\nweb = []\n') == [
        "journeybook.toml:2:1: invalid-setting: 'shop' must be an account such as '@acme/shop', or a list of at most 20, not 'Filiale'.",
        "journeybook.toml:3:1: invalid-setting: 'web' must be an account such as '@acme/shop', or a list of at most 20, not a list.",
    ]
    assert problems("mentions = 3\n") == [
        "journeybook.toml:1:1: invalid-setting: 'mentions' must be a table, not '3'."
    ]
