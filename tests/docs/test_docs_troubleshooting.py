"""Each message that the page on troubleshooting quotes is one that its readers get."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from core.handbooks import ANNA, HANDBOOK, KASSE
from core.repositories import git, repository
from journeybook.cli import main

PAGE = "en/troubleshooting.md"
OF_OTHERS = {
    "error: externally-managed-environment",
    "Config value 'plugins': The \"journeybook\" plugin is not installed",
}
"""What pip and MkDocs say, where Journeybook has no say."""
SITE = """\
site_name: Handbook
theme: {name: mkdocs}
plugins:
  - journeybook: {journeys_dir: journeys}
"""
FILES = {
    "mkdocs.yml": SITE,
    "journeys/handbook.yml": HANDBOOK,
    "journeys/personas/anna.md": ANNA,
    "journeys/touchpoints/kasse.md": KASSE,
}
WAY = "---\ntitle: Weg\npersona: anna\nstages:\n  - stage: purchase\n    steps:\n"
Files = Mapping[str, str]

SAID: tuple[tuple[tuple[str, ...], Files], ...] = (
    (("chekc",), {}),
    (("check",), {}),
    (("serve",), {}),
    (("init",), {"docs/index.md": "# Start\n"}),
    (("check",), {**FILES, "journeys/weg.md": "title: Weg\n"}),
    (
        ("check",),
        {**FILES, "journeys/weg.md": "---\ntitle: Weg\npersona: anna\nstages:\n\t- stage: purchase\n---\n"},
    ),
    (("check",), {**FILES, "journeys/weg.md": "---\ntitle: Buying: in the shop\npersona: anna\n---\n"}),
    (("check",), {**FILES, "journeys/weg.md": "---\ntitle: Weg\ntitel: Weg\npersona: anna\n---\n"}),
    (
        ("check",),
        {**FILES, "journeys/weg.md": f"{WAY}      - touchpoints: [kase]\n        title: Kasse\n---\n"},
    ),
    (("check", "journeys/weg.md"), {"journeys/weg.md": "---\ntitle: Weg\n---\n"}),
    (("diff", "main"), FILES),
    (("csp",), {}),
)
"""What is typed in which folder."""


def quoted(docs: Path) -> list[str]:
    """The messages on the page."""
    return re.findall(
        r"^```text\n(.*?)\n```$", (docs / PAGE).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )


def write(home: Path, files: Files) -> None:
    for path, text in files.items():
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """All that is said in the cases above."""
    folder = tmp_path_factory.mktemp("trouble")
    parts = []
    with pytest.MonkeyPatch.context() as context:
        for number, (command, files) in enumerate(SAID):
            (folder / str(number)).mkdir()
            write(folder / str(number), files)
            parts.append(run(folder / str(number), context, *command))
        home = repository(folder / "repository")
        git(home, "branch", "--move", "trunk")
        parts += [run(home, context, "diff", base) for base in ("origin/main", "HEAD~3")]
    return "".join(parts)


def run(home: Path, context: pytest.MonkeyPatch, *command: str) -> str:
    context.chdir(home)
    ran = CliRunner().invoke(main, command)
    assert ran.exit_code in {1, 2}, command
    return ran.output


@pytest.fixture
def built(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> str:
    """What two builds say that end: of a folder that is called otherwise, and of a misspelt touchpoint."""
    misspelt = f"{WAY}      - touchpoints: [kase]\n        title: Kasse\n---\n"
    places = {
        "named": {**FILES, "mkdocs.yml": SITE.replace("journeys}", "reisen}"), "reise/weg.md": "---\n---\n"},
        "misspelt": {**FILES, "journeys/weg.md": misspelt},
    }
    ends = []
    for name, files in places.items():
        write(tmp_path / name, {**files, "docs/index.md": "# Start\n"})
        loaded = load_config(str(tmp_path / name / "mkdocs.yml"))
        loaded.plugins.on_startup(command="build", dirty=False)  # or it would be as a test before has left it
        with pytest.raises(MkDocsException) as error:
            build(loaded)
        ends.append(str(error.value))
    return "\n".join((*caplog.messages, *ends))


def test_each_message_that_is_quoted_is_said(docs: Path, said: str, built: str) -> None:
    messages = quoted(docs)

    assert len(messages) > 15
    assert [text for text in messages if text not in f"{said}\n{built}"] == sorted(OF_OTHERS, reverse=True)


def test_each_case_has_its_place_on_the_page(docs: Path, said: str) -> None:
    """A message that nobody quotes needs no case."""
    messages = quoted(docs)
    refused = [line for line in said.splitlines() if line.startswith("Error: ")]

    assert [line for line in refused if not any(line in text for text in messages)] == []
