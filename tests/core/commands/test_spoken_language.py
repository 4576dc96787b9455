"""`check` and `diff` speak the language of the handbook, and are quiet where they shall be."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from core.handbooks import ANNA, HANDBOOK, KASSE
from core.repositories import edit, repository, write
from journeybook.cli import main

GERMAN = "site_name: Handbuch\ntheme: {name: mkdocs, locale: de}\nplugins: [journeybook]\n"
ENGLISH = GERMAN.replace("locale: de", "locale: en")
PLACE = "journeys/touchpoints/kasse.md:2:8: unused-touchpoint: "
SENTENCES = {
    "de": "Nichts verweist auf den Touchpoint „kasse“. [info]",
    "en": "Nothing refers to the touchpoint 'kasse'. [info]",
}


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A German handbook with a hint."""
    files = {
        "mkdocs.yml": GERMAN,
        "journeys/handbook.yml": HANDBOOK,
        "journeys/personas/anna.md": ANNA,
        "journeys/touchpoints/kasse.md": KASSE,
    }
    write(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*command: str) -> Result:
    return CliRunner().invoke(main, command)


@pytest.mark.parametrize(
    ("site", "options", "spoken"),
    [
        (GERMAN, (), "de"),
        (ENGLISH, (), "en"),
        (GERMAN, ("--language", "en"), "en"),
        (ENGLISH, ("--language", "de"), "de"),
    ],
)
def test_sentences_are_in_the_language_of_the_handbook_or_the_one_that_was_typed(
    book: Path, site: str, options: tuple[str, ...], spoken: str
) -> None:
    (book / "mkdocs.yml").write_text(site, encoding="utf-8")
    ran = run("check", *options)

    assert f"{PLACE}{SENTENCES[spoken]}" in ran.stdout.splitlines()


@pytest.mark.usefixtures("book")
@pytest.mark.parametrize("form", ["github", "markdown"])
def test_what_reviewers_read_is_german_in_a_german_handbook(form: str) -> None:
    sentence = SENTENCES["de"].removesuffix(" [info]")

    assert sentence in run("check", "--format", form).stdout


@pytest.mark.usefixtures("book")
@pytest.mark.parametrize("form", ["json", "sarif", "junit"])
def test_what_programs_read_is_english_unless_a_language_is_typed(form: str) -> None:
    english, german = (SENTENCES[code].removesuffix(" [info]") for code in ("en", "de"))

    assert "Nothing refers" in english
    assert "Nothing refers to the touchpoint" in run("check", "--format", form).stdout
    spoken = run("check", "--format", form, "--language", "de").stdout
    assert german in (json.dumps(json.loads(spoken), ensure_ascii=False) if form != "junit" else spoken)


def test_a_language_changes_no_place_no_rule_and_no_exit_code(book: Path) -> None:
    (book / "journeys/touchpoints/kasse.md").write_text("---\ntitel: Kasse\n---\n", encoding="utf-8")
    ran = [run("check", "--language", code) for code in ("en", "de")]
    heads = [[line.split(": ")[:2] for line in item.stdout.splitlines()] for item in ran]

    assert heads[0] == heads[1]
    assert [item.exit_code for item in ran] == [1, 1]


@pytest.mark.usefixtures("book")
def test_the_sum_is_in_the_same_language() -> None:
    assert run("check").stderr.startswith("0 Journeys, 1 Persona, 1 Touchpoint: ")
    assert "no problems" not in run("check").stderr
    assert run("check", "--language", "en").stderr.startswith("0 journeys, 1 persona, 1 touchpoint: ")


@pytest.mark.usefixtures("book")
def test_a_quiet_command_prints_its_result_alone() -> None:
    loud, quiet = run("check"), run("check", "--quiet")

    assert (quiet.stdout, quiet.exit_code) == (loud.stdout, loud.exit_code)
    assert loud.stderr
    assert quiet.stderr == ""


@pytest.mark.usefixtures("book")
def test_a_quiet_command_still_says_what_is_wrong() -> None:
    assert run("check", "-q", "elsewhere").stderr.startswith("Error: There is no folder 'elsewhere'.")


def test_a_comparison_in_the_terminal_speaks_the_language_of_the_handbook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = repository(tmp_path / "handbook")
    write(home, {"mkdocs.yml": GERMAN})
    edit(home, "kauf.md", "satisfaction: 4", "satisfaction: 2")
    monkeypatch.chdir(home)
    german, english, quiet = (
        run("diff", "HEAD"),
        run("diff", "HEAD", "--language", "en"),
        run("diff", "HEAD", "-q"),
    )

    assert "ist um zwei oder mehr gesunken" in german.stdout
    assert "fell by two or more" in english.stdout
    assert (quiet.stdout, quiet.stderr) == (german.stdout, "")
