"""A build rests the garbage collector, and leaves it as it was."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest

from journeybook.load import without_collector
from journeybook.plugin.collector import Collector
from journeybook.plugin.serving.watching import Watching


@pytest.fixture
def before() -> Iterator[tuple[bool, tuple[int, int, int], int]]:
    found = (gc.isenabled(), gc.get_threshold(), gc.get_freeze_count())
    yield found
    gc.unfreeze()
    gc.set_threshold(*found[1])
    gc.enable()


def test_it_rests_until_the_pages_are_known_and_then_passes_over_them(before: tuple[object, ...]) -> None:
    collector = Collector()
    collector.rest()
    assert not gc.isenabled()

    collector.resume()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0

    collector.restore()
    assert (gc.isenabled(), gc.get_threshold(), gc.get_freeze_count()) == before


def test_a_build_that_fails_early_or_twice_restores_it_too(before: tuple[object, ...]) -> None:
    collector = Collector()
    collector.rest()
    collector.rest()
    collector.restore()
    collector.restore()

    assert (gc.isenabled(), gc.get_threshold(), gc.get_freeze_count()) == before


def test_who_has_turned_it_off_finds_it_off(before: tuple[object, ...]) -> None:  # noqa: ARG001
    gc.disable()
    collector = Collector()
    collector.rest()
    collector.resume()
    collector.restore()

    assert not gc.isenabled()


def test_a_reading_leaves_new_objects_to_nobody_and_it_as_it_was(before: tuple[object, ...]) -> None:
    with without_collector():
        assert not gc.isenabled()
        held = [[] for _ in range(5000)]  # type: ignore[var-annotated]

    assert gc.get_count()[0] < len(held)
    assert (gc.isenabled(), gc.get_threshold(), gc.get_freeze_count()) == before


class Page:
    """Something that refers to itself, as the pages of MkDocs do."""

    def __init__(self) -> None:
        self.itself = self


@pytest.mark.usefixtures("before")
def test_what_a_build_has_left_is_cleared_up_in_the_pause_after_it() -> None:
    watching, gone = Watching(object(), tuple), threading.Event()
    gc.disable()
    weakref.finalize(Page(), gone.set)
    watching.start()
    watching.end_build()

    assert gone.wait(60)
    assert gc.isenabled()
    watching.stop()
