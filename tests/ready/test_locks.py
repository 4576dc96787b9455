"""The files of exact versions agree with the ranges in pyproject.toml and with each other."""

import re
from collections.abc import Iterator
from itertools import product

import pytest
import ready_files as ready
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

OURS, TOOLS = ("handbook", "pdf"), ("dev",)
FILES = {
    "handbook": ("handbook",),
    "dev": (*OURS, *TOOLS),
    "lowest": (*OURS, *TOOLS),
}
"""What of the package's extras each file holds."""
PYTHONS = ("3.11.0", "3.11.7", "3.12.3", "3.13.0", "3.14.0")
PLATFORMS = (("linux", "posix", "Linux"), ("win32", "nt", "Windows"), ("darwin", "posix", "Darwin"))
MACHINES = [
    {
        "python_full_version": python,
        "python_version": python.rpartition(".")[0],
        "sys_platform": sys_platform,
        "os_name": os_name,
        "platform_system": system,
        "platform_python_implementation": "CPython",
    }
    for python, (sys_platform, os_name, system) in product(PYTHONS, PLATFORMS)
]
_PIN = re.compile(r"^(\S+==.*?) \\$", re.MULTILINE)
_BLOCK = re.compile(r"^\S.* \\(?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?)+$", re.MULTILINE)


def _pins(name: str, machine: dict[str, str]) -> dict[str, str]:
    """The versions that are installed on a machine."""
    text = (ready.ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")
    pins = [Requirement(line) for line in _PIN.findall(text)]
    return {
        canonicalize_name(pin.name): next(iter(pin.specifier)).version
        for pin in pins
        if _applies(pin.marker, machine)
    }


def _ranges(extras: tuple[str, ...], machine: dict[str, str]) -> Iterator[Requirement]:
    """What the package asks for on a machine, and what builds it."""
    settings = ready.settings()
    lines = [*settings["build-system"]["requires"], *settings["project"]["dependencies"]]
    for extra in extras:
        lines += settings["project"]["optional-dependencies"][extra]
    asked = (Requirement(line) for line in lines)
    return (item for item in asked if item.name != "journeybook" and _applies(item.marker, machine))


def _applies(marker: Marker | None, machine: dict[str, str]) -> bool:
    return marker is None or marker.evaluate(machine)


@pytest.mark.parametrize("name", FILES)
def test_versions_lie_within_the_ranges_on_every_machine(name: str) -> None:
    for machine in MACHINES:
        pins = _pins(name, machine)
        outside = [
            (item.name, pins.get(canonicalize_name(item.name)))
            for item in _ranges(FILES[name], machine)
            if not item.specifier.contains(pins.get(canonicalize_name(item.name), "0"))
        ]
        assert outside == []


def test_the_lowest_versions_are_those_where_the_ranges_begin() -> None:
    for machine in MACHINES:
        pins = _pins("lowest", machine)
        above = [
            item.name
            for item in _ranges(OURS, machine)
            if item.name != "hatchling" and pins[canonicalize_name(item.name)] not in _floors(item)
        ]
        assert above == []


def _floors(item: Requirement) -> set[str]:
    """The version where a range begins, as it is written and with the noughts that releases add."""
    (floor,) = (part.version for part in item.specifier if part.operator == ">=")
    return {floor, f"{floor}.0", f"{floor}.0.0"}


def test_the_two_commands_of_the_readme_install_the_same_versions() -> None:
    for machine in MACHINES:
        assert _pins("handbook", machine).items() <= _pins("dev", machine).items()


@pytest.mark.parametrize("name", [*FILES, "matrix", "lock", "audit"])
def test_every_version_has_hashes(name: str) -> None:
    text = (ready.ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]

    assert len(_BLOCK.findall(text)) == len(lines) > 0


@pytest.mark.parametrize("target", ["serve", "test", "quick", "lint"])
def test_make_installs_from_the_files(target: str) -> None:
    first = ready.recipe(target)[0]

    assert re.fullmatch(r"scripts/set-up (handbook|dev)", first)
    assert "versions=${2:-locked}" in (ready.ROOT / "scripts/set-up").read_text(encoding="utf-8")


FIXED = {"Markdown": "3.8.1", "Jinja2": "3.1.6", "pymdown-extensions": "10.21.3", "mkdocs-material": "9.7.7"}
"""Where weaknesses were fixed that a handbook of strangers could use."""


def test_no_range_allows_a_version_before_a_fix() -> None:
    ranges = {item.name: item.specifier for item in _ranges(OURS, MACHINES[0])}
    below = [name for name, version in FIXED.items() if min(_floors_of(ranges[name])) < Version(version)]
    assert below == []


def _floors_of(specifier: SpecifierSet) -> list[Version]:
    return [Version(part.version) for part in specifier if part.operator == ">="]
