"""Sites that are built for the tests of pages, each by a program of its own, as a user builds them."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
_DAY = {
    "JOURNEYBOOK_TODAY": "2026-11-21",
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
}


def build(config: Path, site: Path, **environment: str) -> Path:
    """Build a site strictly, on the day that all tests live on."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(config), "-d", str(site)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **_DAY, **environment})
    return site
