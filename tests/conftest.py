"""Says which tests build sites or need Chromium, what one worker takes together, and how many examples are tried."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

HERE = Path(__file__).parent

# The time of an example depends on what else the machine does.
settings.register_profile("any", deadline=None, suppress_health_check=list(HealthCheck))
settings.register_profile("few", settings.get_profile("any"), max_examples=40, derandomize=True)
settings.register_profile("many", settings.get_profile("any"), max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "few"))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark by folder and fixture; begin with what takes longest.

    One worker runs all tests in Chromium, for two browsers beside each other are slower than one. Of the others
    it takes whole files, so that what a file builds for all its tests is built once.
    """
    items.sort(key=_order)
    for item in items:
        kind = _kind(item)
        if kind:
            item.add_marker(kind)
        item.add_marker(pytest.mark.xdist_group(kind if kind == "browser" else _file(item)))


def _order(item: pytest.Item) -> int:
    return ("browser", "site", None).index(_kind(item))


def _kind(item: pytest.Item) -> str | None:
    if "browser" in getattr(item, "fixturenames", ()):
        return "browser"
    room = item.path.relative_to(HERE).parts[0]
    return room if room in {"browser", "site"} else None


def _file(item: pytest.Item) -> str:
    return item.path.relative_to(HERE).with_suffix("").as_posix()
