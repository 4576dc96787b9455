"""The documentation says what the software does: fields, rules, options, addresses, messages and links."""

import re
from datetime import date
from pathlib import Path
from typing import Any, get_args

import markdown_pages as pages
import pytest
import tutorial
from journeybook import model, project
from journeybook.checks import broken_links, names_of
from journeybook.cli.check import check
from journeybook.cli.failure import CLEAN, PROBLEMS, WRONG_USE
from journeybook.frontmatter import Refused, read_yaml, text, yaml_events
from journeybook.language import language
from journeybook.links import find_links
from journeybook.load import values
from journeybook.model import Record, read_record
from journeybook.model.handbook import Handbook
from journeybook.pages import Site, site_pages
from journeybook.plugin.options import Options
from journeybook.project import Project
from journeybook.rules import RULES, Severity

ROOT = Path(__file__).parents[2]
PAGES = sorted(path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md"))
TUTORIALS = ("handbuch/journey-schreiben.md", "en/write-a-journey.md")
FIELDS = ("handbuch/felder.md", "en/fields.md")
CHECKS = ("handbuch/pruefen.md", "en/check.md")

KINDS: dict[str, type[Record]] = {
    "handbook": Handbook,
    "stage": model.Stage,
    "channel": model.Channel,
    "team": model.Team,
    "metric": model.Metric,
    "journey": model.Journey,
    "journey-stage": model.JourneyStage,
    "step": model.Step,
    "quote": model.Quote,
    "pain-point": model.PainPoint,
    "opportunity": model.Opportunity,
    "action": model.Action,
    "next": model.Next,
    "evidence": model.Evidence,
    "picture": model.Picture,
    "persona": model.Persona,
    "interview": model.Interview,
    "touchpoint": model.Touchpoint,
}
REQUIRED = {"**Pflicht**", "**required**"}


def read(folder: Path, files: tutorial.Files) -> Project:
    tutorial.write(files, folder)
    return project.read(folder / "journeys", "journeys")


# --- the tutorials


@pytest.fixture(scope="module", params=TUTORIALS)
def steps(request: pytest.FixtureRequest, docs: Path) -> list[tutorial.Step]:
    return [step for step in tutorial.steps((docs / request.param).read_text(encoding="utf-8")) if step.slips]


def test_each_step_leaves_a_handbook_without_errors(steps: list[tutorial.Step], tmp_path: Path) -> None:
    found = {step.title: read(tmp_path / str(number), step.files).errors for number, step in enumerate(steps)}

    assert found == dict.fromkeys((step.title for step in steps), ())


def test_each_slip_is_reported_in_the_words_that_the_tutorial_quotes(
    steps: list[tutorial.Step], tmp_path: Path
) -> None:
    for number, step in enumerate(steps):
        (slip,) = step.slips
        errors = read(tmp_path / str(number), slip.files).errors

        assert "\n".join(map(str, errors)) == slip.message, step.title


def test_ten_steps_each_change_the_folder_and_leave_room_for_a_picture(steps: list[tutorial.Step]) -> None:
    before: tutorial.Files = {}
    for number, step in enumerate(steps, 1):
        assert re.findall(r"^<!-- picture: (.+) -->$", step.text, re.MULTILINE) == [f"schritt-{number}"]
        assert step.files != before, step.title
        before = step.files

    assert len(steps) == 10


def test_a_file_that_is_shown_again_is_the_one_that_was_typed(steps: list[tutorial.Step]) -> None:
    repeated = [pair for step in steps for pair in step.repeated]

    assert len(repeated) == 1
    for shown, typed in repeated:
        assert shown == typed


def test_the_tutorial_ends_with_a_journey_that_uses_every_lane_of_a_blueprint(
    steps: list[tutorial.Step], tmp_path: Path
) -> None:
    journeys = read(tmp_path, steps[-1].files).catalogue.journeys.values()
    current, future = sorted(journeys, key=lambda journey: journey.record.state)
    used = {name for step in current.steps for name in model.Step.model_fields if getattr(step.record, name)}

    assert not current.is_linear
    assert [stage.id for stage in current.stages if stage.narrative] == ["purchase", "return"]
    assert future.record.compares_to == current.id
    assert used >= {
        "satisfaction",
        "thoughts",
        "feelings",
        "doubts",
        "quotes",
        "touchpoints",
        "frontstage",
        "backstage",
    }
    assert used >= {"systems", "actors", "pain_points", "opportunities", "moment_of_truth", "next"}


def test_both_tutorials_type_the_same_fields_and_make_the_same_slips(docs: Path) -> None:
    german, english = (list(tutorial.steps((docs / name).read_text(encoding="utf-8"))) for name in TUTORIALS)

    assert [_shape(step) for step in german] == [_shape(step) for step in english]


def _shape(step: tutorial.Step) -> tuple[list[list[tuple[str | int, ...]]], list[str]]:
    """The paths of all keys of each file, and the rules that the slips break."""
    headers = [file.split("---\n")[1] if file.startswith("---\n") else file for file in step.files.values()]
    return [list(read_yaml(header).keys) for header in headers], [
        slip.message.split(": ")[1] for slip in step.slips
    ]


# --- the reference of fields


@pytest.fixture(scope="module", params=FIELDS)
def fields(request: pytest.FixtureRequest, docs: Path) -> str:
    return (docs / request.param).read_text(encoding="utf-8")


@pytest.mark.parametrize("anchor", KINDS)
def test_every_field_is_documented_and_no_other(fields: str, anchor: str) -> None:
    kind = KINDS[anchor]
    documented = [name for row in pages.section(fields, anchor).rows for name in pages.code(row[0])]

    assert sorted(documented) == sorted((*kind.model_fields, *kind.spellings.values()))


@pytest.mark.parametrize("anchor", KINDS)
def test_what_is_required_and_what_else_holds_is_documented(fields: str, anchor: str) -> None:
    kind = KINDS[anchor]
    for row in pages.section(fields, anchor).rows:
        field = kind.model_fields[pages.code(row[0])[-1]]

        assert (row[2] in REQUIRED) == field.is_required(), row
        if isinstance(field.default, (str, int)):
            assert row[2] == f"`{str(field.default).lower() if field.default is False else field.default}`"
        if _words(field.annotation):
            assert pages.code(row[1]) == _words(field.annotation)


def _words(annotation: Any) -> list[str]:
    """The closed set of words that a field takes, if it takes one."""
    found: list[str] = []
    for part in get_args(annotation):
        found.extend([part] if isinstance(part, str) else [] if isinstance(part, type) else _words(part))
    return found


@pytest.mark.parametrize("anchor", KINDS)
def test_every_example_of_a_field_is_read(fields: str, anchor: str) -> None:
    rows = pages.section(fields, anchor).rows
    needed = {key: value for row in rows if row[2] in REQUIRED for key, value in _example(row).items()}
    for row in rows:
        record = read_record(KINDS[anchor], {**needed, **_example(row)})

        assert isinstance(record, KINDS[anchor]), record
        assert set(_example(row)) <= set(pages.code(row[0]))


def _example(row: pages.Row) -> dict[str, Any]:
    (example,) = pages.code(row[4])
    data: dict[str, Any] = read_yaml(example).data
    return data


def test_short_forms_mean_the_long_ones(fields: str) -> None:
    rows = pages.section(fields, "short").rows

    assert len(rows) == 6
    for short, long in rows:
        assert _step(short) == _step(long)
        assert isinstance(_step(short), model.Step)


def test_traps_are_traps_and_their_remedies_are_read(fields: str) -> None:
    rows = pages.section(fields, "yaml").rows

    assert len(rows) == 9
    for wrong, _, right in rows:
        assert isinstance(_step(right), model.Step), right
        assert _step(wrong) != _step(right)


def _step(cell: str) -> object:
    (written,) = pages.code(cell)
    try:
        data = read_yaml(written).data
    except Refused as refused:
        return refused
    return read_record(model.Step, {"title": "Ein Schritt", **data})


def test_the_columns_of_csv_files_are_documented_and_the_example_is_read(fields: str) -> None:
    section = pages.section(fields, "csv")
    required = [row[2] in REQUIRED for row in section.rows]
    example = section.text.partition("```csv")[2].partition("\n")[2].partition("```")[0]
    document = values.read_values("metrics/example.csv", "metrics/example.csv", example.encode())

    assert [name for row in section.rows for name in pages.code(row[0])] == [
        *values.REQUIRED,
        *values.OPTIONAL,
    ]
    assert required == [True] * len(values.REQUIRED) + [False] * len(values.OPTIONAL)
    assert document.findings == ()
    assert [(value.by_month, value.journey is None) for _, value in document.values] == [
        (True, True),
        (False, False),
    ]


@pytest.mark.parametrize(("german", "english"), [FIELDS, CHECKS])
def test_both_languages_have_the_same_sections(docs: Path, german: str, english: str) -> None:
    anchors = [
        [section.anchor for section in pages.sections((docs / name).read_text(encoding="utf-8"))]
        for name in (german, english)
    ]

    assert anchors[0] == anchors[1]


# --- the command, the plugin, the addresses


@pytest.fixture(scope="module", params=CHECKS)
def checks(request: pytest.FixtureRequest, docs: Path) -> str:
    return (docs / request.param).read_text(encoding="utf-8")


def rules_of(page: str) -> list[pages.Row]:
    anchors = ("files", "fields", "references", "coverage")
    return [row for anchor in anchors for row in pages.section(page, anchor).rows]


def test_every_rule_is_documented_with_its_weight(checks: str) -> None:
    documented = [(*pages.code(row[0]), *pages.code(row[1])) for row in rules_of(checks)]

    assert sorted(documented) == sorted((rule.id, rule.severity.value) for rule in RULES.values())


def test_the_english_page_says_of_each_rule_what_the_registry_says(docs: Path) -> None:
    rows = rules_of((docs / "en/check.md").read_text(encoding="utf-8"))

    assert {row[0].strip("`"): row[2].replace("`", "") for row in rows} == {
        rule.id: rule.title for rule in RULES.values()
    }


def test_every_option_and_exit_code_of_check_is_documented(checks: str) -> None:
    rows = pages.section(checks, "command").rows
    documented = {pages.code(row[0])[0] for row in rows}
    options = {
        f"{param.opts[0]} {choice}"
        for param in check.params
        if param.param_type_name == "option"
        for choice in getattr(param.type, "choices", ())
    }

    assert documented == {*options, "--help", *(str(code) for code in (CLEAN, PROBLEMS, WRONG_USE))}
    assert [row[0].strip("`") for row in pages.section(checks, "severity").rows] == [
        level.value for level in Severity
    ]


@pytest.mark.parametrize(("page", "source"), list(zip(CHECKS, TUTORIALS, strict=True)))
def test_the_message_that_is_taken_apart_is_one_of_the_tutorial(docs: Path, page: str, source: str) -> None:
    section = pages.section((docs / page).read_text(encoding="utf-8"), "message")
    message = section.text.partition("```text\n")[2].partition("\n```")[0]
    slips = [
        slip.message
        for step in tutorial.steps((docs / source).read_text(encoding="utf-8"))
        for slip in step.slips
    ]
    path, line, column, rule, sentence, hint = (row[1].strip("`") for row in section.rows)

    assert message in slips
    assert f"{path}:{line}:{column}: {rule}: {sentence} {hint}" == message


def test_every_option_of_the_plugin_is_documented_with_its_default(docs: Path) -> None:
    rows = pages.section((docs / "en/how-it-works.md").read_text(encoding="utf-8"), "options").rows
    options = {name: option.default for name, option in Options()._schema}  # type: ignore[no-untyped-call]

    assert {row[0].strip("`"): row[1] for row in rows} == {
        name: "–" if default is None else f"`{str(default).lower()}`" for name, default in options.items()
    }


def test_limits_are_those_of_the_readers(docs: Path) -> None:
    rows = pages.section((docs / "en/how-it-works.md").read_text(encoding="utf-8"), "limits").rows
    mib = 1024 * 1024

    assert [row[1] for row in rows] == [
        f"{text.MAX_BYTES // mib} MiB",
        f"{text.MAX_HEADER:,} characters, {yaml_events.MAX_NODES:,} values, {yaml_events.MAX_DEPTH} levels",
        f"{yaml_events.MAX_SCALAR:,} characters",
        f"{values.MAX_VALUES_BYTES // mib} MiB",
    ]


@pytest.fixture(scope="module")
def addresses(example: Project) -> list[str]:
    site = Site(catalogue=example.catalogue, language=language("de"), today=date(2026, 11, 21))
    return [page.address for page in site_pages(site)]


def test_every_kind_of_address_is_documented_and_no_other(docs: Path, addresses: list[str]) -> None:
    rows = pages.section((docs / "en/how-it-works.md").read_text(encoding="utf-8"), "addresses").rows
    documented = [address for row in rows for address in pages.code(row[0])]

    assert {_kind_of(f"/{address}") for address in addresses} == set(documented)


def _kind_of(address: str) -> str:
    top, *rest = address.strip("/").split("/")
    names = ("<id>", "<stage>")[: len(rest)]
    return "/".join(("", top, *names, "")) if top else "/"


# --- links


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_page_or_to_a_heading(docs: Path, addresses: list[str], page: str) -> None:
    generated = {f"{address}index.md" for address in addresses}
    for target in pages.links((docs / page).read_text(encoding="utf-8")):
        if target.startswith("https://"):
            continue
        path, _, anchor = target.partition("#")
        found = (docs / page).parent.joinpath(path).resolve() if path else docs / page
        source = found.relative_to(docs).as_posix()

        assert source in generated or found.is_file(), target
        if anchor:
            assert anchor in [item.anchor for item in pages.sections(found.read_text(encoding="utf-8"))], (
                target
            )


@pytest.mark.parametrize("page", PAGES)
def test_every_link_to_a_thing_resolves_in_the_example(docs: Path, example: Project, page: str) -> None:
    written = find_links((docs / page).read_text(encoding="utf-8"))

    assert list(broken_links(example.catalogue, names_of(example.catalogue), page, written)) == []


def test_pages_with_links_have_some() -> None:
    """The two tests above would pass over pages whose links they did not find."""
    reading = (ROOT / "docs/handbuch/lesen.md").read_text(encoding="utf-8")

    assert {link.kind for link in find_links(reading)} >= {
        "journey",
        "persona",
        "stage",
        "touchpoint",
        "channel",
    }
    assert {"../personas/index.md", "../teams/index.md", "journey-schreiben.md"} <= set(pages.links(reading))


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_between_files_of_the_repository_lead_somewhere(name: str) -> None:
    targets = [
        target for target in pages.links((ROOT / name).read_text(encoding="utf-8")) if "://" not in target
    ]

    assert [target for target in targets if not (ROOT / target.partition("#")[0]).exists()] == []
