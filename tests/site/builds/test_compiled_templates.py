"""Templates that earlier builds have compiled: each build gets those of its own language and environment."""

import os
import pickle
from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest
from built_pages import BuiltPages
from small_sites import SIX_LINES, config, run_build

from journeybook.language import language
from journeybook.pages import Renderer
from journeybook.plugin.theme.compiled import CompiledTemplates

CONSTANT = {"overrides/journeybook/persona.html": "<p class=mean>{{ 4.2|satisfaction }}</p>"}
"""A template in which a filter works on a constant: Jinja writes what it makes of it into the code."""


def test_an_english_build_after_a_german_one_writes_numbers_in_english(tmp_path: Path) -> None:
    means = []
    temporary, root = tmp_path / "temporary", tmp_path / "handbook"
    temporary.mkdir()
    for code in ("de", "en"):
        theme = {"name": "mkdocs", "locale": code, "highlightjs": False, "custom_dir": "overrides"}
        ran = run_build(root, {**SIX_LINES, **CONSTANT}, config(theme), TMPDIR=str(temporary))
        assert ran.returncode == 0, ran.stderr
        means.append(BuiltPages(root / "site")["personas/anna/index.html"].top.one("p.mean").text)

    assert means == ["4,2", "4.2"]
    assert list(temporary.rglob("journeybook-*.cache")) != []


def compiled(folder: Path, language: str, source: str, **options: object) -> str:
    """What a template says in an environment, with the compiled templates of a folder."""
    env = jinja2.Environment(loader=jinja2.DictLoader({"page.html": source}), autoescape=True)
    env.filters.update(options.pop("filters", {}))  # type: ignore[call-overload]
    for extension in options.pop("extensions", ()):  # type: ignore[attr-defined]
        env.add_extension(extension)
    env.bytecode_cache = CompiledTemplates(language, str(folder))
    return env.get_template("page.html").render()


def test_what_was_compiled_in_one_language_is_kept_for_it_alone(tmp_path: Path) -> None:
    for code in ("de", "en", "de"):
        compiled(tmp_path, code, "{{ 'x'|upper }}")
    assert len(list(tmp_path.iterdir())) == 2


def test_another_extension_compiles_anew(tmp_path: Path) -> None:
    source = "<p>\n  a\n</p>"
    texts = [
        compiled(tmp_path, "de", source, extensions=extensions)
        for extensions in ((), ("journeybook.pages.frame.line_breaks.LineBreaks",))
    ]
    assert texts == [source, "<p>a</p>"]


def test_templates_with_filters_of_others_are_not_kept(tmp_path: Path) -> None:
    for mark in ("!", "?"):
        text = compiled(
            tmp_path, "de", "{{ 'x'|loud }}", filters={"loud": lambda text, mark=mark: text + mark}
        )
        assert text == f"x{mark}"
    assert list(tmp_path.iterdir()) == []


def test_what_our_own_templates_are_compiled_to_is_kept(tmp_path: Path) -> None:
    Renderer(language("de"), compiled=CompiledTemplates("de", str(tmp_path)))
    assert list(tmp_path.iterdir()) != []


class Planted:
    """What would make a file if it were unpickled."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[Callable[[Path], None], tuple[Path]]:
        return Path.touch, (self.file,)


def test_a_cache_that_is_cut_or_not_ours_is_not_used(tmp_path: Path) -> None:
    folder, trap = tmp_path / "cache", tmp_path / "trap"
    folder.mkdir()
    assert compiled(folder, "de", "{{ 'x'|upper }}") == "X"
    (kept,) = folder.iterdir()
    whole = kept.read_bytes()
    magic = jinja2.bccache.bc_magic
    foreign = (
        b"",
        whole[:20],
        whole[:-1],
        whole[:32] + whole[40:],
        magic,
        magic + pickle.dumps(Planted(trap)),
        pickle.dumps(Planted(trap)),
    )
    for content in foreign:
        kept.write_bytes(content)
        assert compiled(folder, "de", "{{ 'x'|upper }}") == "X"
        assert kept.read_bytes() == whole
    assert not trap.exists()


@pytest.mark.linux
def test_a_cache_that_others_can_write_is_not_read(tmp_path: Path) -> None:
    source = "{{ 'x'|upper }}"
    other = tmp_path / "other"
    other.mkdir()
    compiled(tmp_path, "de", source)
    (kept,) = tmp_path.glob("*.cache")
    kept.chmod(0o666)
    assert compiled(tmp_path, "de", source) == "X"
    kept.rename(other / "real")
    kept.symlink_to(other / "real")
    assert compiled(tmp_path, "de", source) == "X"
    kept.unlink()
    os.mkfifo(kept)
    assert compiled(tmp_path, "de", source) == "X"
    assert kept.is_file()


@pytest.mark.linux
def test_a_build_without_a_place_for_its_cache_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert compiled(tmp_path / "file", "de", "{{ 'x'|upper }}") == "X"
