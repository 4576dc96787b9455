"""`journeybook init`, `new` and `completion`: what is written, what is refused, and that it is clean."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from core.repositories import write
from journeybook import model, project
from journeybook.cli import main
from journeybook.findings import Finding, Severity
from journeybook.kinds import ThingKind
from journeybook.scaffold import ASSUMED, LANGUAGES, LISTED, first_files, spoken_language

PYPROJECT = Path(__file__).parents[3] / "pyproject.toml"
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

    assert counts == {"de": 13, "en": 13}


def test_a_handbook_may_begin_in_a_folder_that_is_new(place: Path) -> None:
    code, out, err = run("init", "deep/book", "--language", "en")

    assert code == 0
    assert err == (
        "Written. What you may do next, in the folder 'deep/book':\n  journeybook check\n  journeybook serve\n"
    )
    assert out.splitlines() == [f"deep/book/{path}" for path in sorted(texts(place / "deep/book"))]


def test_nothing_is_written_if_one_file_is_in_the_way(place: Path) -> None:
    there = {"requirements.txt": "x\n", ".gitignore": ""}
    write(place, there)

    code, out, err = run("init")

    assert (code, out) == (2, "")
    assert err == (
        "Error: Nothing is written, since these files exist already:\n  .gitignore\n  requirements.txt\n"
    )
    assert texts(place) == there


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_handbook_has_a_vocabulary_and_no_example(place: Path, language: str) -> None:
    code, out, err = run("init", "--empty", "--language", language)

    assert code == 0
    assert err.splitlines()[1].startswith("  journeybook new persona ")
    assert out.splitlines() == sorted(texts(place))
    assert [path for path in texts(place) if path.startswith("journeys/")] == ["journeys/handbook.yml"]
    assert {finding.rule for finding in findings()} == {"unused-channel"}
    assert "journey:" not in (place / "docs/index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "\nplugins:\n  - search\n  - journeybook"),
        ("plugins: [search, tags]\n", "plugins: [search, tags, journeybook]\n"),
        ("plugins:\n- search\n", "plugins:\n- search\n- journeybook\n"),
        (
            "plugins:\n  - search\n  - tags:\n      x: !ENV Y\n\n# The end\nnav: []\n",
            "plugins:\n  - search\n  - tags:\n      x: !ENV Y\n  - journeybook\n\n# The end\nnav: []\n",
        ),
        ("plugins: [search, journeybook]\n", None),
    ],
)
def test_a_site_that_is_there_gets_the_journeys_and_keeps_all_else(
    place: Path, before: str, after: str | None
) -> None:
    settings = "site_name: Ours\ntheme: {name: material, language: de}\n"
    write(place, {"mkdocs.yml": f"{settings}{before}", "docs/index.md": "# Ours\n"})

    code, out, _ = run("init")

    written = texts(place)
    assert code == 0
    assert written.pop("docs/index.md") == "# Ours\n"
    assert written.pop("mkdocs.yml").rstrip("\n") == f"{settings}{before if after is None else after}".rstrip(
        "\n"
    )
    assert out.splitlines() == [*sorted(written), *(["mkdocs.yml"] if after is not None else [])]
    assert "fahrrad-reparieren-lassen.md" in out
    assert findings() == ()


def test_the_journeys_of_a_site_go_where_its_configuration_says(place: Path) -> None:
    write(place, {"properdocs.yml": "plugins:\n  - journeybook:\n      journeys_dir: content/cx\n"})

    assert run("init", "--empty")[:2] == (0, "content/cx/handbook.yml\n")


def test_a_handbook_for_properdocs_names_it_everywhere(place: Path) -> None:
    run("init", "--language", "en", "--builder", "properdocs")
    written = texts(place)
    wanted = next(
        line
        for line in tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]["optional-dependencies"]["dev"]
        if line.startswith("properdocs")
    )

    assert "mkdocs.yml" not in written
    assert "properdocs build --strict" in written["properdocs.yml"]
    assert written["requirements.txt"].splitlines()[-1] == wanted
    assert "- run: properdocs build --strict\n" in written[".github/workflows/handbook.yml"]
    assert findings() == ()


def test_a_site_of_another_builder_is_left(place: Path) -> None:
    write(place, {"mkdocs.yml": "plugins: [search]\n"})

    assert run("init", "--builder", "properdocs") == (
        2,
        "",
        "Error: 'mkdocs.yml' is there already, which 'mkdocs' builds. Rename it, or leave --builder out. Nothing is written.\n",
    )
    assert texts(place) == {"mkdocs.yml": "plugins: [search]\n"}


@pytest.mark.parametrize("plugins", ["plugins: []", "plugins: {search: {}}", "plugins: [", "- x"])
def test_a_configuration_that_cannot_be_changed_safely_is_left(place: Path, plugins: str) -> None:
    write(place, {"mkdocs.yml": f"{plugins}\n"})

    assert run("init") == (
        2,
        "",
        "Error: The plugins in 'mkdocs.yml' are written in an unusual way. Add 'journeybook' to them by hand, then run the command again. Nothing is written.\n",
    )
    assert texts(place) == {"mkdocs.yml": f"{plugins}\n"}


@pytest.mark.parametrize("kind", list(map(str, LISTED)))
def test_an_entry_comes_last_in_its_list_and_no_other_line_changes(place: Path, kind: str) -> None:
    run("init", "--language", "en")
    before = texts(place)

    code, out, err = run("new", kind, "Größe: „neu“")

    catalogue = project.read(Path("journeys"), "journeys").catalogue
    listed = getattr(catalogue, ThingKind(kind).row.plural)
    assert (code, out) == (0, "journeys/handbook.yml\n")
    assert [line.split(".")[0] for line in err.splitlines()] == [
        f"Assumed: {field}: {guess}" for field, guess in ASSUMED.get(ThingKind(kind), {}).items()
    ]
    assert (list(listed)[-1], listed["groesse-neu"].title) == ("groesse-neu", "Größe: „neu“")
    after = texts(place)
    lines = after.pop("journeys/handbook.yml").splitlines()
    old = before.pop("journeys/handbook.yml").splitlines()
    assert after == before
    assert [line for line in lines if line in old] == [
        line for line in lines if "neu" not in line and line in old
    ]
    assert [line for line in old if line not in lines] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, "teams:\n  - id: b\n    title: B\n"),
        ("", "teams:\n  - id: b\n    title: B\n"),
        ("# Ours\n", "# Ours\n\nteams:\n  - id: b\n    title: B\n"),
        ("teams:\nreview_every: 9\n", "teams:\n  - id: b\n    title: B\nreview_every: 9\n"),
        ("teams:\n- id: a\n  title: A\n# x\n", "teams:\n- id: a\n  title: A\n- id: b\n  title: B\n# x\n"),
        (
            "\ufeffteams:\r\n  - {id: a, title: A}",
            "\ufeffteams:\r\n  - {id: a, title: A}\r\n  - id: b\r\n    title: B",
        ),
    ],
)
def test_a_list_is_continued_as_it_is_written(place: Path, text: str | None, expected: str) -> None:
    (place / "journeys").mkdir()
    file = place / "journeys/handbook.yml"
    if text is not None:
        file.write_bytes(text.encode())

    assert run("new", "team", "B")[0] == 0
    assert file.read_bytes().decode().rstrip("\n") == expected.rstrip("\n")


def test_the_first_stage_of_its_own_keeps_those_that_every_handbook_has(place: Path) -> None:
    (place / "journeys").mkdir()

    run("new", "stage", "Return")

    stages = list(project.read(Path("journeys"), "journeys").catalogue.stages)
    assert (len(stages), stages[0], stages[-1]) == (7, "awareness", "return")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "teams: [{id: a, title: A}]\n",
            "'handbook.yml' is written in an unusual way. Add this to 'teams':\n  - id: b\n    title: B",
        ),
        (
            "teams: [\n",
            "journeys/handbook.yml:2:1: This line is not valid YAML. Put the text in quotes, or check the indentation.",
        ),
        ("- x\n", "'journeys/handbook.yml' holds no keys and values. See what is wrong: journeybook check"),
        ("teams:\n  - id: b\n    title: Other\n", "There is a team 'b' already."),
    ],
)
def test_an_entry_that_cannot_be_added_safely_is_refused(place: Path, text: str, message: str) -> None:
    write(place, {"journeys/handbook.yml": text})

    assert run("new", "team", "B") == (2, "", f"Error: {message}\n")
    assert texts(place) == {"journeys/handbook.yml": text}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_journey_asks_for_a_few_fields_and_names_the_way_to_all(language: str) -> None:
    run("init", "--language", language)

    few = Path(run("new", "journey", "Few")[1].strip()).read_text(encoding="utf-8")
    all_of_them = Path(run("new", "--all", "journey", "All")[1].strip()).read_text(encoding="utf-8")

    assert len(few.splitlines()) <= 25
    assert "journeybook new --all journey" in few
    assert "journeybook new --all" not in all_of_them
    assert len(all_of_them.splitlines()) > 70


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
    path = Path(run("new", "--all", kind, "Neu")[1].strip())
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

    run("new", "--all", "persona", "Anna")

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
