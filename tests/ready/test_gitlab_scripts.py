"""The scripts of .gitlab-ci.yml write notes and issues through GitLab's interface, here a stand-in on this computer."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import ready_files as ready

ME, OTHER = {"id": 7}, {"id": 8}
DIFF, DIGEST = "<!-- journeybook diff -->", "<!-- journeybook digest -->"
JOBS = ready.read(ready.GITLAB)
WRITE = JOBS["note"]["script"][0]


@dataclass
class GitLab:
    """What GitLab holds, and what it is told."""

    items: list[dict[str, Any]] = field(default_factory=list)
    told: list[tuple[str, str, Any]] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)


def handler(gitlab: GitLab) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def answer(self, value: object, *, next_page: str = "") -> None:
            raw = json.dumps(value).encode()
            gitlab.tokens.add(self.headers["PRIVATE-TOKEN"])
            self.send_response(200)
            self.send_header("Content-Length", str(len(raw)))
            self.send_header("X-Next-Page", next_page)
            self.end_headers()
            self.wfile.write(raw)

        def do_GET(self) -> None:
            if self.path == "/api/v4/user":
                self.answer(ME)
                return
            page = int(parse_qs(urlsplit(self.path).query)["page"][0])
            more = str(page + 1) if page < len(gitlab.items) else ""
            self.answer(gitlab.items[page - 1 : page], next_page=more)

        def write(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            gitlab.told.append((self.command, self.path, body))
            self.answer({})

        do_POST = do_PUT = write  # noqa: N815 - the server calls them so

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler


@pytest.fixture
def gitlab() -> GitLab:
    return GitLab()


@pytest.fixture
def address(gitlab: GitLab) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(gitlab))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/api/v4"
    server.shutdown()
    thread.join()
    server.server_close()


def run(place: Path, script: str, **variables: str) -> str:
    """Run a script as a runner of GitLab would; return what it prints."""
    environment = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "CI_PROJECT_ID": "3",
        "CI_MERGE_REQUEST_IID": "17",
        "JOURNEYBOOK_TOKEN": "secret",
        **variables,
    }
    command = ["bash", "-eo", "pipefail", "-c", script]
    ran = subprocess.run(command, cwd=place, check=True, capture_output=True, text=True, env=environment)
    return ran.stdout


def note(place: Path, address: str, text: str) -> None:
    (place / "changes.md").write_text(text, encoding="utf-8")
    where = JOBS["note"]["variables"]["ADDRESS"].replace("$CI_MERGE_REQUEST_IID", "17")
    run(place, WRITE, CI_API_V4_URL=address, TEXT="changes.md", ADDRESS=where)


def digest(place: Path, address: str, text: str) -> None:
    (place / "digest.md").write_text(text, encoding="utf-8")
    title = "Handbook digest 2026-12"
    run(place, WRITE, CI_API_V4_URL=address, TEXT="digest.md", ADDRESS="issues", TITLE=title)


NOTES = "/api/v4/projects/3/merge_requests/17/notes"
ISSUES = "/api/v4/projects/3/issues"


def test_a_first_note_is_written(tmp_path: Path, gitlab: GitLab, address: str) -> None:
    note(tmp_path, address, f"{DIFF}\n▼ Anna hat es schlechter ☹\n")

    assert gitlab.told == [("POST", NOTES, {"body": f"{DIFF}\n▼ Anna hat es schlechter ☹\n"})]
    assert gitlab.tokens == {"secret"}


def test_a_later_one_takes_its_place_and_never_that_of_another(
    tmp_path: Path, gitlab: GitLab, address: str
) -> None:
    gitlab.items = [
        {"id": 31, "author": OTHER, "body": f"{DIFF}\nold"},
        {"id": 32, "author": ME, "body": "etwas anderes"},
        {"id": 33, "author": ME, "body": f"{DIFF}\nold"},
    ]
    note(tmp_path, address, "Neu")

    assert gitlab.told == [("PUT", f"{NOTES}/33", {"body": f"{DIFF}\nNeu\n"})]


def test_nothing_is_written_where_nothing_changes_unless_there_is_a_note(
    tmp_path: Path, gitlab: GitLab, address: str
) -> None:
    note(tmp_path, address, "")
    assert gitlab.told == []
    gitlab.items = [{"id": 33, "author": ME, "body": f"{DIFF}\nold"}]
    note(tmp_path, address, "")
    assert gitlab.told == [("PUT", f"{NOTES}/33", {"body": f"{DIFF}\nNothing changes in the journeys.\n"})]


def test_text_commands_nothing(tmp_path: Path, gitlab: GitLab, address: str) -> None:
    note(tmp_path, address, "/close\nx\n/assign @me $(touch pwned) `touch pwned`\n")

    assert gitlab.told[0][2]["body"] == (f"{DIFF}\n\\/close\nx\n\\/assign @me $(touch pwned) `touch pwned`\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["changes.md", "write.py"]


def test_a_month_has_one_issue(tmp_path: Path, gitlab: GitLab, address: str) -> None:
    title = "Handbook digest 2026-12"
    digest(tmp_path, address, f"{DIGEST}\nEins\n")
    gitlab.items = [
        {"iid": 4, "author": ME, "title": "Handbook digest 2026-11", "description": f"{DIGEST}\nalt"},
        {"iid": 5, "author": ME, "title": title, "description": None},
        {"iid": 6, "author": ME, "title": title, "description": f"{DIGEST}\nEins"},
    ]
    digest(tmp_path, address, f"{DIGEST}\nZwei\n")

    assert gitlab.told == [
        ("POST", ISSUES, {"description": f"{DIGEST}\nEins\n", "title": title}),
        ("PUT", f"{ISSUES}/6", {"description": f"{DIGEST}\nZwei\n", "title": title}),
    ]


def test_without_a_token_the_digest_stays_a_file() -> None:
    *_, asked, title, written = JOBS["digest"]["script"]

    assert asked == 'if [ -z "$JOURNEYBOOK_TOKEN" ]; then exit 0; fi'
    assert title.startswith('export TITLE="Handbook digest ')
    assert written == WRITE


def test_the_job_with_the_token_runs_nothing_of_a_merge_request() -> None:
    job = JOBS["note"]

    assert (job["before_script"], job["cache"], job["variables"]["GIT_STRATEGY"]) == ([], [], "none")
    assert job["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "merge_request_event" && $JOURNEYBOOK_TOKEN'}]


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("acme/handbook", "https://acme.pages.example.org/-/handbook/-/jobs/9/artifacts/site/index.html"),
        (
            "acme/cx/handbook",
            "https://acme.pages.example.org/-/cx/handbook/-/jobs/9/artifacts/site/index.html",
        ),
    ],
)
def test_a_preview_has_an_address(tmp_path: Path, path: str, page: str) -> None:
    script = "\n".join(JOBS["preview"]["script"][-2:])
    run(
        tmp_path,
        script,
        CI_PROJECT_ROOT_NAMESPACE="acme",
        CI_PAGES_DOMAIN="pages.example.org",
        CI_PROJECT_PATH=path,
        CI_JOB_ID="9",
    )

    assert (tmp_path / "preview.env").read_text("utf-8") == f"PREVIEW_URL={page}\n"
    assert JOBS["preview"]["environment"]["url"] == "$PREVIEW_URL"
    assert JOBS["preview"]["artifacts"]["reports"]["dotenv"] == "preview.env"


@pytest.mark.parametrize(("visibility", "warns"), [("public", False), ("private", True), ("internal", True)])
def test_publishing_warns_where_a_project_is_not_public(
    tmp_path: Path, visibility: str, *, warns: bool
) -> None:
    said = run(tmp_path, JOBS["pages"]["script"][0], CI_PROJECT_VISIBILITY=visibility)

    assert ("whole internet" in said) is warns
