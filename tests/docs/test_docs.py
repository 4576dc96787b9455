"""The documentation says what the software does: rules, options, addresses, limits and links."""

import re
import tomllib
from dataclasses import fields
from datetime import date
from pathlib import Path

import click
import markdown_pages as pages
import pytest

import tutorial
from journeybook.checks import broken_links, names_of
from journeybook.cli.check import check
from journeybook.cli.csp import csp, policy
from journeybook.cli.explain import explain
from journeybook.cli.terminal.failure import CLEAN, PROBLEMS, WRONG_USE
from journeybook.findings import Severity
from journeybook.frontmatter import text, yaml_events
from journeybook.language import language
from journeybook.links import find_links
from journeybook.load.sheets import table
from journeybook.pages import Site, site_files, site_pages
from journeybook.pages.frame.addresses import AGENDA, ATLAS
from journeybook.pages.reviews.feed import feed_address
from journeybook.plugin.options import Options
from journeybook.project import Project
from journeybook.report import FORMATS
from journeybook.rules import Family
from journeybook.settings import Limits, Settings, read_settings

ROOT = Path(__file__).parents[2]
PAGES = sorted(path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md"))
TUTORIALS = ("handbuch/journey-schreiben.md", "en/write-a-journey.md")
FIELDS = ("handbuch/felder.md", "en/fields.md")
CHECKS = ("handbuch/pruefen.md", "en/check.md")
PUBLISHING = ("handbuch/veroeffentlichen.md", "en/publish.md")
READING = ("handbuch/lesen.md", "en/read.md")
MOVING = (
    ("handbuch/einziehen.md", "en/move-in.md"),
    ("handbuch/mitnehmen.md", "en/take-along.md"),
    ("handbuch/namen-in-tabellen.md", "en/names-in-sheets.md"),
)


@pytest.mark.parametrize(("german", "english"), [READING, FIELDS, CHECKS, PUBLISHING, *MOVING])
def test_both_languages_have_the_same_sections(docs: Path, german: str, english: str) -> None:
    anchors = [
        [section.anchor for section in pages.sections((docs / name).read_text(encoding="utf-8"))]
        for name in (german, english)
    ]

    assert anchors[0] == anchors[1]


@pytest.mark.parametrize("name", PAGES)
def test_every_table_is_whole(docs: Path, name: str) -> None:
    parts = re.split(r"\n\s*\n", (docs / name).read_text(encoding="utf-8"))
    tables = [part.strip() for part in parts if part.startswith("|")]

    assert [table for table in tables if "\n| ---" not in table] == []


@pytest.fixture(scope="module", params=CHECKS)
def checks(request: pytest.FixtureRequest, docs: Path) -> str:
    return Path(docs / request.param).read_text(encoding="utf-8")


def test_every_option_and_exit_code_of_check_is_documented(checks: str) -> None:
    rows = pages.section(checks, "command").rows
    documented = {pages.code(row[0])[0] for row in rows}

    assert documented == {*_options(check), "--help", *(str(code) for code in (CLEAN, PROBLEMS, WRONG_USE))}
    assert [row[0].strip("`") for row in pages.section(checks, "severity").rows] == [
        level.value for level in Severity
    ]


def _options(command: click.Command) -> set[str]:
    """The options of a command as its documentation names them: with each choice, or with what they take."""
    found = set()
    for option in command.params:
        if isinstance(option, click.Option):
            choices = getattr(option.type, "choices", (option.metavar or "",))
            names = (*option.opts, *option.secondary_opts)
            found |= {f"{name} {choice}".strip() for name in names for choice in choices}
    return found


def test_every_option_of_explain_is_documented(checks: str) -> None:
    text = pages.section(checks, "rules").text

    assert [option for option in _options(explain) if f"`{option}`" not in text] == []


def test_every_family_of_rules_is_documented(checks: str) -> None:
    rows = pages.section(checks, "rules").rows

    assert [row[0].strip("`") for row in rows] == [family.value for family in Family]


def test_every_setting_is_documented_and_the_example_is_valid(checks: str, tmp_path: Path) -> None:
    section = pages.section(checks, "settings")
    settings = {field.name for field in fields(Settings)} - {"path", "findings", "is_read"}
    file = tmp_path / "journeybook.toml"
    file.write_text(section.text.partition("```toml\n")[2].partition("```")[0], encoding="utf-8")

    assert {row[0].strip("`") for row in section.rows} == settings
    assert read_settings(file).findings == ()


def test_every_limit_is_documented_with_its_default(checks: str) -> None:
    rows = pages.section(checks, "limits").rows

    assert [(row[0].strip("`"), row[1]) for row in rows] == [
        (field.name, str(field.default)) for field in fields(Limits)
    ]


def test_every_format_is_described(checks: str) -> None:
    text = pages.section(checks, "formats").text

    assert [form for form in FORMATS if f"- **`{form}`**" not in text] == ["text"]


@pytest.mark.parametrize("name", PUBLISHING)
def test_the_documented_policy_is_the_one_that_is_printed(docs: Path, name: str) -> None:
    page = (docs / name).read_text(encoding="utf-8")
    form = next(option.type for option in csp.params if option.name == "form")
    assert isinstance(form, click.Choice)

    assert policy(()).replace("; ", ";\n") in page
    assert [name for name in form.choices if f"`{name}`" not in page] == []


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
    options = {name: option.default for name, option in Options()._schema}

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
        f"{table.MAX_VALUES_BYTES // mib} MiB",
    ]


def test_commands_of_git_that_are_run_are_named(docs: Path) -> None:
    text = pages.section((docs / "en/how-it-works.md").read_text(encoding="utf-8"), "history").text
    code = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "plugins/journeybook/git").glob("*.py")
    )
    run = set(re.findall(r'\b(?:run|run_for_text|_asked)\((?:[\w.]+, )?"([a-z-]+)"', code))

    assert {name for name in run if f"`git {name}`" not in text} == set()
    assert run >= {"rev-parse", "log", "cat-file"}


@pytest.fixture(scope="module")
def addresses(example: Project) -> list[str]:
    return _addresses(example, "de")


@pytest.fixture(scope="module")
def demo_addresses(demo: Project) -> list[str]:
    return _addresses(demo, "en")


def _addresses(example: Project, code: str) -> list[str]:
    site = Site(catalogue=example.catalogue, language=language(code), today=date(2026, 11, 21))
    # the example has no history of versions where its tests run
    news = [feed_address(team) for team in (None, *example.catalogue.teams.values())]
    files = [*(file.address for file in site_files(site)), *news]
    return [page.address for page in site_pages(site)] + files


def test_every_kind_of_address_is_documented_and_no_other(docs: Path, addresses: list[str]) -> None:
    rows = pages.section((docs / "en/how-it-works.md").read_text(encoding="utf-8"), "addresses").rows
    documented = [address for row in rows for address in pages.code(row[0])]

    assert {_kind_of(f"/{address}") for address in addresses} == set(documented)


def _kind_of(address: str) -> str:
    if address.removeprefix("/") in {ATLAS, AGENDA}:
        return address
    folder, _, file = address.rpartition("/")
    top, *rest = folder.strip("/").split("/")
    names = ("<id>", "<stage>")[: len(rest)]
    return "/".join(("", *filter(None, (top, *names)), file))


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_page_or_to_a_heading(
    docs: Path, addresses: list[str], demo_addresses: list[str], page: str
) -> None:
    is_english = page.startswith("en/") or page == "README.md"
    generated = {f"{address}index.md" for address in (demo_addresses if is_english else addresses)}
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
def test_every_link_to_a_thing_resolves_in_the_handbook_of_its_language(
    docs: Path, example: Project, demo: Project, page: str
) -> None:
    written = find_links((docs / page).read_text(encoding="utf-8"))
    catalogue = (demo if page.startswith("en/") else example).catalogue

    assert list(broken_links(catalogue, names_of(catalogue), page, written)) == []


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


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"])
def test_links_between_files_of_the_repository_lead_somewhere(name: str) -> None:
    targets = [
        target for target in pages.links((ROOT / name).read_text(encoding="utf-8")) if "://" not in target
    ]

    assert [target for target in targets if not (ROOT / target.partition("#")[0]).exists()] == []


def test_the_layers_are_those_of_the_contract(docs: Path) -> None:
    rows = pages.section((docs / "en/develop.md").read_text(encoding="utf-8"), "layers").rows
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]

    assert [sorted(pages.code(row[0])) for row in rows] == [sorted(layer.split(" | ")) for layer in layers]


def test_the_rooms_are_those_of_the_package(docs: Path) -> None:
    rows = pages.section((docs / "en/develop.md").read_text(encoding="utf-8"), "rooms").rows
    package = ROOT / "plugins/journeybook"
    rooms = {file.parent.relative_to(package).as_posix() for file in package.glob("*/*/__init__.py")}

    assert {room for row in rows for room in pages.code(row[0])} == rooms


def test_what_security_rests_on_exists_and_both_languages_have_the_same_parts(docs: Path) -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    named = {name for name in pages.code(text) if re.fullmatch(r"[\w/.]+(\.py|/)|scripts/\w+", name)}
    parts = [
        re.findall(r"^## .*\{#(\w+)\}$", (docs / name).read_text(encoding="utf-8"), re.MULTILINE)
        for name in ("en/promises.md", "handbuch/zusagen.md")
    ]

    assert [name for name in named if not (ROOT / name).exists()] == []
    assert len(named) > 7
    assert parts == [["runtime", "site", "import", "dependencies", "web"]] * 2


def test_files_that_developers_are_sent_to_exist(docs: Path) -> None:
    text = (docs / "en/develop.md").read_text(encoding="utf-8")
    named = {
        name for name in pages.code(text) if re.fullmatch(r"[\w./-]+(\.py|\.html|\.yml|\.po|\.md|/)", name)
    }
    homes = (ROOT, ROOT / "plugins/journeybook", ROOT / "plugins/journeybook/report", ROOT / "journeys")
    examples = ROOT / "plugins/journeybook/rules/examples"

    assert [name for name in named if not any((home / name).exists() for home in (*homes, examples))] == []
    assert len(named) > 20
