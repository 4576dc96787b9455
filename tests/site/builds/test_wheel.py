"""The built wheel holds what a site needs, and a site elsewhere is whole with it."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from built_pages import BuiltPages, dead_links, repeated_ids
from small_sites import ROOT, SIX_LINES, config, run_build

PACKAGE = ROOT / "plugins/journeybook"
DATA = ("templates", "assets", "locale")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _run("-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT))
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    _run("-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(folder), str(wheel))
    return folder


def _run(*command: str) -> str:
    ran = subprocess.run([sys.executable, *command], cwd="/", capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    own = {
        f"journeybook/{path.relative_to(PACKAGE).as_posix()}"
        for path in PACKAGE.rglob("*")
        if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in path.parts)
    }
    information = {name for name in names if ".dist-info/" in name}
    assert names - information == own
    assert {name.rpartition("/")[2] for name in information} == {
        "METADATA",
        "RECORD",
        "WHEEL",
        "entry_points.txt",
        "LICENSE",
        "mermaid.LICENSE.txt",
    }
    assert "journeybook/py.typed" in names
    for folder in DATA:
        assert len([name for name in names if name.startswith(f"journeybook/{folder}/")]) > 0, folder


def test_the_wheel_names_its_plugin_and_its_command(installed: Path) -> None:
    (points,) = installed.glob("journeybook-*.dist-info/entry_points.txt")
    assert points.read_text(encoding="utf-8").split("\n\n") == [
        "[console_scripts]\njourneybook = journeybook.cli:main",
        "[mkdocs.plugins]\njourneybook = journeybook.plugin:JourneybookPlugin\n",
    ]


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_a_site_elsewhere_is_whole(installed: Path, tmp_path: Path, theme: str) -> None:
    where = "import journeybook, pathlib; pathlib.Path('where.txt').write_text(journeybook.__file__)\n"
    text = config(theme, hooks=["where.py"])
    ran = run_build(tmp_path, {**SIX_LINES, "where.py": where}, text, PYTHONPATH=str(installed))
    assert (ran.returncode, [line for line in ran.stderr.splitlines() if "WARNING" in line]) == (0, [])
    assert Path((tmp_path / "where.txt").read_text(encoding="utf-8")).is_relative_to(installed)

    site = tmp_path / "site"
    pages = BuiltPages(site)
    assert {path: page.faults for path, page in pages.items() if page.faults} == {}
    assert repeated_ids(pages) == []
    assert dead_links(site, pages) == []
    assert pages["journeys/schuhe/index.html"].ours.one("#journey_map").text == "Journey Map"
    published = site / "assets/journeybook"
    for asset in (path for path in (PACKAGE / "assets").iterdir() if path.is_file()):
        name = "Mermaid-loader.js" if asset.name == "mermaid-loader.js" else asset.name
        assert (published / name).read_bytes() == asset.read_bytes()
    for folder, name in (("styles", "journeybook.css"), ("scripts", "journeybook.js")):
        whole = (published / name).read_text(encoding="utf-8")
        files = (path for path in (PACKAGE / "assets" / folder).rglob("*") if path.is_file())
        parts = [path.read_text(encoding="utf-8") for path in files]
        assert [part for part in parts if part not in whole] == []
