"""`journeybook init`, `new` and `completion`: what is written, what is refused, and that it is clean."""

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from journeybook import model, project
from journeybook.cli import main
from journeybook.findings import Finding, Severity
from journeybook.scaffold import LANGUAGES, first_files, spoken_language

TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JOURNEYBOOK_TODAY", TODAY.isoformat())
    monkeypatch.setenv("LC_ALL", "C")
    return tmp_path


def run(*arguments: str) -> tuple[int, str, str]:
    found = CliRunner().invoke(main, arguments)
    return found.exit_code, found.stdout, found.stderr


def findings() -> tuple[Finding, ...]:
    return project.read(Path("journeys"), "journeys").findings


def texts(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in folder.rglob("*")
        if file.is_file()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_handbook_is_clean_and_every_file_is_named(place: Path, language: str) -> None:
    code, out, err = run("init", "--language", language)

    assert (code, err) == (0, "Written. What you may do next:\n  journeybook check\n  journeybook serve\n")
    assert out.splitlines() == sorted(texts(place))
    assert findings() == ()
    assert run("check")[0] == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_handbook_leaves_no_name_of_a_template_and_no_day_of_its_making(language: str) -> None:
    files = first_files(language, "1.2.3", TODAY)

    assert [path for path, text in files.items() if re.search("@[A-Z]+@", text)] == []
    assert files["requirements.txt"].splitlines()[2:] == [
        "./wheels/journeybook-1.2.3-py3-none-any.whl",
        "mkdocs-material>=9.8,<10",
    ]
    assert {path for path, text in files.items() if "2026-11-21" in text} == {
        path
        for path in files
        if path.startswith(("journeys/personas/", "journeys/fahrrad", "journeys/having"))
    }
    assert files[".github/workflows/handbook.yml"].count("run: journeybook check\n") == 1


def test_both_languages_begin_with_as_many_files() -> None:
    counts = {language: len(first_files(language, "1", TODAY)) for language in LANGUAGES}

    assert counts == {"de": 12, "en": 12}


def test_a_handbook_may_begin_in_a_folder_that_is_new(place: Path) -> None:
    code, out, err = run("init", "deep/book", "--language", "en")

    assert code == 0
    assert err == (
        "Written. What you may do next, in the folder 'deep/book':\n  journeybook check\n  journeybook serve\n"
    )
    assert out.splitlines() == [f"deep/book/{path}" for path in sorted(texts(place / "deep/book"))]


def test_nothing_is_written_if_one_file_is_in_the_way(place: Path) -> None:
    (place / "mkdocs.yml").write_text("site_name: Mine\n", encoding="utf-8")
    (place / ".gitignore").touch()

    code, out, err = run("init")

    assert (code, out) == (2, "")
    assert err == (
        "Error: Nothing is written, since these files exist already:\n  .gitignore\n  mkdocs.yml\n"
    )
    assert texts(place) == {"mkdocs.yml": "site_name: Mine\n", ".gitignore": ""}


def test_a_file_in_place_of_the_folder_is_named(place: Path) -> None:
    (place / "book").touch()

    code, _, err = run("init", "book")

    assert code == 2
    assert err.endswith("cannot be made: a part of it is a file. Name a folder.\n")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LC_ALL": "de", "LANG": "en_US"}, "de"),
        ({"LC_ALL": "", "LC_MESSAGES": "fr_FR", "LANG": "de_DE"}, "en"),
        ({"LANG": "C"}, "en"),
    ],
)
def test_german_is_begun_where_the_computer_is_set_to_it(environment: dict[str, str], language: str) -> None:
    assert spoken_language(environment) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_new_files_are_without_errors_and_say_what_was_assumed(language: str) -> None:
    run("init", "--language", language)
    titles = {"persona": "Ümit: der 2. Fahrer", "touchpoint": '"Null" # 1', "journey": "true"}

    results = {kind: run("new", kind, title) for kind, title in titles.items()}

    assert {kind: result[:2] for kind, result in results.items()} == {
        "persona": (0, "journeys/personas/uemit-der-2-fahrer.md\n"),
        "touchpoint": (0, "journeys/touchpoints/null-1.md\n"),
        "journey": (0, "journeys/true.md\n"),
    }
    change = "Change it in the file if it is another one.\n"
    assert {kind: result[2] for kind, result in results.items()} == {
        "persona": "",
        "touchpoint": f"Assumed: channel: web. {change}",
        "journey": f"Assumed: persona: mara. {change}Assumed: stage: consideration. {change}",
    }
    assert [str(finding) for finding in findings() if finding.severity is Severity.ERROR] == []
    catalogue = project.read(Path("journeys"), "journeys").catalogue
    assert catalogue.personas["uemit-der-2-fahrer"].title == titles["persona"]
    assert catalogue.touchpoints["null-1"].title == titles["touchpoint"]
    assert catalogue.journeys["true"].title == "true"


KINDS: dict[str, type[model.Record]] = {
    "journey": model.Journey,
    "persona": model.Persona,
    "touchpoint": model.Touchpoint,
}
NOT_ASKED = {"id", "image", "tags", "review_every", "personas", "next", "journey"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_comments_name_the_fields_and_can_be_used_as_they_stand(kind: str, language: str) -> None:
    run("init", "--language", language)
    path = Path(run("new", kind, "Neu")[1].strip())
    fields = set(KINDS[kind].model_fields) | ({*model.Step.model_fields} if kind == "journey" else set())
    if kind == "persona":
        fields |= set(model.Interview.model_fields)

    text = path.read_text(encoding="utf-8")
    used = re.sub(r"^( *)# ( *(?:- )?[a-z_]+:)", r"\1\2", text, flags=re.MULTILINE)
    path.write_text(used, encoding="utf-8")

    assert [name for name in sorted(fields - NOT_ASKED) if not re.search(rf"\b{name}:", used)] == []
    errors = [str(finding) for finding in project.read(Path("journeys"), "journeys").errors]
    assert {re.sub(r".*: (unknown-[a-z]+): No ([a-z]+) 'id'.*", r"\1 \2", error) for error in errors} <= {
        "unknown-journey journey",
        "unknown-touchpoint touchpoint",
        "unknown-goal goal",
        "unknown-lane lane",
        "unknown-metric metric",
        "unknown-principle principle",
    }


@pytest.mark.parametrize(
    ("settings", "language"),
    [
        ("theme:\n  name: material\n\n  # one\n  language: de\n", "de"),
        ("theme:\n  palette:\n    - scheme: x\n  language: 'en' # two\n", "en"),
        ("theme: material\nextra:\n  language: de\n", "en"),
        ("site_name: X\n", "en"),
    ],
)
def test_the_language_is_that_of_the_site(place: Path, settings: str, language: str) -> None:
    (place / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (place / "journeys").mkdir()

    run("new", "persona", "Anna")

    text = (place / "journeys/personas/anna.md").read_text(encoding="utf-8")
    assert ("Die sechs Fragen" in text, "The six questions" in text) == (language == "de", language == "en")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("journey", "Reise"), "A journey needs a persona. Begin one first: journeybook new persona NAME"),
        (
            ("touchpoint", "Kasse"),
            "There is no channel yet. Write the first one into 'handbook.yml', below 'channels:'.",
        ),
        (("persona", "  "), "The title is empty."),
        (
            ("persona", "A\u202eB"),
            (
                "This title cannot be used: "
                "The invisible character U+202E (right-to-left override) is not allowed here."
            ),
        ),
    ],
)
def test_what_cannot_be_begun_is_refused(place: Path, arguments: tuple[str, str], message: str) -> None:
    (place / "journeys").mkdir()

    assert run("new", *arguments) == (2, "", f"Error: {message}\n")
    assert texts(place) == {}


def test_an_id_or_a_file_that_exists_is_not_used_again(place: Path) -> None:
    run("init", "--language", "en")
    (place / "journeys/personas/file.md").write_text("---\ntitle: F\nid: own\n---\n", encoding="utf-8")
    before = texts(place)

    assert run("new", "persona", "MARA!") == (
        2,
        "",
        "Error: There is a persona 'mara' already: 'journeys/personas/mara.md'.\n",
    )
    assert run("new", "persona", "Own")[2] == (
        "Error: There is a persona 'own' already: 'journeys/personas/file.md'.\n"
    )
    assert run("new", "persona", "File")[2] == (
        "Error: There is a file 'journeys/personas/file.md' already. Nothing is written.\n"
    )
    assert texts(place) == before


@pytest.mark.parametrize(
    ("shell", "line"),
    [("bash", "complete -o nosort"), ("zsh", "#compdef journeybook"), ("fish", "complete ")],
)
def test_each_shell_gets_its_script(shell: str, line: str) -> None:
    code, out, _ = run("completion", shell)

    assert code == 0
    assert line in out
    assert "_JOURNEYBOOK_COMPLETE" in out


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("journeybook re", ["refs", "rename"]),
        ("journeybook rename tou", ["touchpoint"]),
        ("journeybook rename touchpoint b", ["booking-page"]),
        ("journeybook refs to", ["touchpoint:booking-page", "touchpoint:counter"]),
        ("journeybook refs touchpoint:c", ["touchpoint:counter"]),
        ("journeybook refs nothing:", []),
    ],
)
def test_commands_kinds_and_ids_are_completed(typed: str, offered: list[str]) -> None:
    run("init", "--language", "en")
    words = typed.split(" ")
    environment = {
        "_JOURNEYBOOK_COMPLETE": "zsh_complete",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(words) - 1),
    }

    found = CliRunner().invoke(
        main, prog_name="journeybook", env=environment, complete_var="_JOURNEYBOOK_COMPLETE"
    )

    assert found.stdout.splitlines()[1::3] == offered
