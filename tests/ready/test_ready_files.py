"""The ready files keep untrusted pull requests away from every right, and call commands that exist."""

import json
import re

import click
import pytest
import ready_files as ready
from click.testing import CliRunner

from journeybook import project
from journeybook.cli import main
from journeybook.report.blocks import MAX_COMMENT

ROOM_FOR_A_LINK = 300
WORKFLOWS = (
    ready.CHECK,
    ready.COMMENT,
    ready.DIGEST,
    ready.NUMBERS,
    ready.CODE,
    ready.DRIFT,
    ready.WEEKLY,
    ready.RELEASE,
)
PROPOSING = (
    (ready.COMMENT, "Comment"),
    (ready.DIGEST, "Write the issue"),
    (ready.NUMBERS, "Propose the values"),
)
PINNED = re.compile(r"actions/[a-z-]+@[0-9a-f]{40}")


@pytest.mark.parametrize("path", WORKFLOWS)
def test_a_workflow_has_no_right_that_a_job_does_not_name(path: str) -> None:
    assert ready.read(path)["permissions"] == {}
    assert all("permissions" in job and "timeout-minutes" in job for job in ready.jobs(path).values())


def test_the_job_that_runs_foreign_content_can_only_read() -> None:
    assert ready.read(ready.CHECK)["on"] == {
        "pull_request": "",
        "push": {"branches": ["**"]},
        "workflow_dispatch": "",
    }
    assert {name: job["permissions"] for name, job in ready.jobs(ready.CHECK).items()} == {
        "check": {"contents": "read"},
        "publish": {"pages": "write", "id-token": "write"},
    }


def test_the_job_that_publishes_runs_for_the_default_branch_alone_and_runs_nothing() -> None:
    check, publish = (ready.jobs(ready.CHECK)[name] for name in ("check", "publish"))
    is_default = "github.ref_name == github.event.repository.default_branch"

    assert check["if"] == f"${{{{ github.event_name == 'pull_request' || {is_default} }}}}"
    assert publish["if"].startswith(f"${{{{ github.event_name != 'pull_request' && {is_default} && ")
    assert [set(item) for item in publish["steps"]] == [{"id", "uses"}]


def test_a_private_repository_is_not_published_before_somebody_says_so() -> None:
    allowed = "(!github.event.repository.private || vars.JOURNEYBOOK_PUBLISH == 'yes')"
    asked = "github.event.repository.private && vars.JOURNEYBOOK_PUBLISH != 'yes'"
    warning = ready.step(ready.CHECK, "Say why an internal handbook is not published")

    assert ready.jobs(ready.CHECK)["publish"]["if"].endswith(f"{allowed} }}}}")
    assert ready.step(ready.CHECK, "Keep the site")["if"].endswith(f"{allowed} }}}}")
    assert warning["if"].endswith(f"{asked} }}}}")
    assert warning["run"].startswith("echo '::warning title=The handbook is not published::")


def test_what_is_pinned_is_kept_up_to_date() -> None:
    scaffold = "plugins/journeybook/scaffold/files/both/dot-github"
    for file, kinds in (
        (".github/dependabot.yml", {"github-actions"}),
        (f"{scaffold}/dependabot.yml", {"github-actions", "pip"}),
    ):
        assert {item["package-ecosystem"] for item in ready.read(file)["updates"]} == kinds
    for workflow in ("handbook.yml", "digest.yml"):
        used = [item["uses"] for item in ready.steps(f"{scaffold}/workflows/{workflow}") if "uses" in item]
        assert all(PINNED.fullmatch(item) for item in used)
        assert set(used) <= {item["uses"] for item in ready.steps(ready.CHECK) if "uses" in item}


def test_programs_of_github_are_asked_at_a_server_of_ones_own_as_well() -> None:
    for path, name in PROPOSING:
        step = ready.step(path, name)
        assert step["env"]["GH_ENTERPRISE_TOKEN"] == step["env"]["GH_TOKEN"]
        assert "export GH_HOST=${GITHUB_SERVER_URL#*://}\n" in step["run"]


def test_the_job_that_comments_runs_nothing_of_a_pull_request() -> None:
    assert ready.read(ready.COMMENT)["on"] == {
        "workflow_run": {"workflows": [ready.read(ready.CHECK)["name"]], "types": ["completed"]}
    }
    assert [job["permissions"] for job in ready.jobs(ready.COMMENT).values()] == [
        {"actions": "read", "pull-requests": "write"}
    ]
    assert [item for item in ready.steps(ready.COMMENT) if "uses" in item] == []


@pytest.mark.parametrize("path", WORKFLOWS)
def test_no_value_of_an_event_is_written_into_a_script(path: str) -> None:
    assert [item["run"] for item in ready.steps(path) if "${{" in item.get("run", "")] == []


@pytest.mark.parametrize("path", sorted({*WORKFLOWS} - {ready.NUMBERS}))
def test_no_workflow_knows_a_secret(path: str) -> None:
    assert re.findall(r"\$\{\{[^}]*secrets", (ready.ROOT / path).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", WORKFLOWS)
def test_actions_are_pinned_to_a_commit(path: str) -> None:
    assert [
        item["uses"] for item in ready.steps(path) if "uses" in item and not PINNED.fullmatch(item["uses"])
    ] == []


@pytest.mark.parametrize(
    "path",
    [ready.CHECK, ready.DIGEST, ready.NUMBERS, ready.CODE, ready.DRIFT, ready.WEEKLY, ready.RELEASE],
)
def test_the_token_of_a_checkout_is_not_left_behind(path: str) -> None:
    checkouts = [item for item in ready.steps(path) if "actions/checkout@" in item.get("uses", "")]

    assert {item["with"]["persist-credentials"] for item in checkouts} == {"false"}


@pytest.mark.parametrize(
    "words",
    [pytest.param(words, id=f"{path} {' '.join(words)}") for path, words in ready.commands()],
)
def test_every_call_of_a_ready_file_is_a_command_with_its_options(words: list[str]) -> None:
    name, *arguments = words
    # click keeps the options for help that a command was first asked for
    context = click.Context(main, **main.context_settings)
    command = main.get_command(context, name)

    assert command
    assert command.make_context(name, arguments, parent=context).params


def test_calls_are_found_in_each_ready_file() -> None:
    assert {path for path, _ in ready.commands()} == {
        ready.CHECK,
        ready.DIGEST,
        ready.NUMBERS,
        ready.GITLAB,
        ready.HOOKS,
        ready.TASKS,
    }


def test_problems_are_found_in_the_output_of_check_by_the_task() -> None:
    """The pattern is the same in JavaScript and Python."""
    tasks = json.loads((ready.ROOT / ready.TASKS).read_text(encoding="utf-8"))["tasks"]
    pattern = tasks[0]["problemMatcher"]["pattern"]
    folder = ready.ROOT / "tests/core/base"
    finding = project.read(folder, str(folder)).findings[0]
    found = re.fullmatch(
        pattern["regexp"], CliRunner().invoke(main, ["check", str(folder)]).stdout.splitlines()[0]
    )

    assert found is not None
    assert {name: found[group] for name, group in pattern.items() if name != "regexp"} == {
        "file": finding.place.path,
        "line": str(finding.place.line),
        "column": str(finding.place.column),
        "code": finding.rule,
        "message": finding.message,
    }


def test_the_schema_that_vs_code_uses_is_that_of_the_model() -> None:
    settings = json.loads((ready.ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    ((path, used_for),) = settings["yaml.schemas"].items()
    printed = CliRunner().invoke(main, ["schema", "handbook"]).stdout

    assert used_for == "journeys/handbook.yml"
    assert (ready.ROOT / path).read_text(encoding="utf-8") == printed


def test_a_comparison_of_any_length_fits_into_the_comment_with_its_link() -> None:
    (limit,) = re.findall(r"limit=(\d+)", (ready.ROOT / ready.COMMENT).read_text(encoding="utf-8"))

    assert MAX_COMMENT + ROOM_FOR_A_LINK <= int(limit) <= 65_536


def test_what_publishes_builds_the_english_example_below_the_german_one() -> None:
    config = "examples/library/mkdocs.yml"
    _, *built = ready.recipe("build")
    workflow = [step["run"] for step in ready.steps(ready.CHECK) if "mkdocs build" in step.get("run", "")]
    pages = ready.read(ready.GITLAB)["pages"]["script"]

    assert built == [
        ".venv/bin/mkdocs build --strict",
        f".venv/bin/mkdocs build --strict --config-file {config}",
        ".venv/bin/mkdocs build --strict --config-file docs-site.yml",
    ]
    assert workflow == [line.removeprefix(".venv/bin/") for line in built]
    assert ["public/library" in line for line in pages] == [False, False, True]
    assert ready.read(ready.GITLAB)["variables"]["ENGLISH"] == config
    assert (ready.ROOT / config).is_file()
