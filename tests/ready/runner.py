"""Run the script of a workflow as a runner of GitHub would, with a stand-in for GitHub's own program."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

GH = """\
#!{python}
# A stand-in for GitHub's own program: answers from a file, keeps what is written.
import json, pathlib, shutil, subprocess, sys
here = pathlib.Path(__file__).parent
words = sys.argv[2:]
address = next(word for word in words if word.startswith("repos/"))
method = words[words.index("--method") + 1] if "--method" in words else "GET"
if method != "GET":
    body = json.loads(pathlib.Path(words[words.index("--input") + 1]).read_text("utf-8"))
    (here / "written.json").write_text(json.dumps([method, address, body]), "utf-8")
elif address.endswith("/zip"):
    sys.stdout.buffer.write((here / "artefact.zip").read_bytes())
else:
    answers = json.loads((here / "answers.json").read_text("utf-8"))
    answer = next(answers[name] for name in answers if f"/{{name}}" in address)
    jq = [shutil.which("jq"), "-r", words[words.index("--jq") + 1]]
    sys.exit(subprocess.run(jq, input=json.dumps(answer), text=True).returncode)
"""


def run(  # noqa: PLR0913, PLR0917 - all that a script meets
    place: Path,
    script: str,
    answers: Mapping[str, Any],
    artefact: Mapping[str, str],
    variables: Mapping[str, str],
    month: str = "",
) -> subprocess.CompletedProcess[str]:
    """Run a script in a folder, where it finds an artefact, and GitHub's answers by a word of the address.

    The program `date` tells a month, if one is given.
    """
    programs = place / "bin"
    programs.mkdir()
    gh = programs / "gh"
    gh.write_text(GH.format(python=sys.executable), encoding="utf-8")
    gh.chmod(0o755)
    if month:
        (programs / "date").write_text(f"#!/bin/sh\necho {month}\n", encoding="utf-8")
        (programs / "date").chmod(0o755)
    with zipfile.ZipFile(programs / "artefact.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in artefact.items():
            archive.writestr(name, text)
    (programs / "answers.json").write_text(json.dumps(answers), encoding="utf-8")
    (place / "work").mkdir()
    environment = {
        "PATH": f"{programs}:{os.environ['PATH']}",
        "RUNNER_TEMP": str(place / "work"),
        "REPOSITORY": "acme/handbook",
        "RUN_ID": "9",
        "GITHUB_SERVER_URL": "https://github.com",
        "LC_ALL": "C.UTF-8",
        **variables,
    }
    command = [str(shutil.which("bash")), "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, check=False, capture_output=True, text=True, env=environment)


def written(place: Path) -> Any:
    """Method, address and body of what was sent, or None."""
    file = place / "bin/written.json"
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else None
