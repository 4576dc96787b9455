"""Every kind of thing of the registry reaches every place that has to know it; what fails says where."""

from datetime import date
from pathlib import Path

import pytest

from core.handbooks import read
from journeybook import model, pages
from journeybook.catalogue import Catalogue
from journeybook.diff import Kind
from journeybook.diff.kinds import word_of
from journeybook.kinds import BEGUN, IN_FILES, IN_HANDBOOK, KINDS, LINKED, NAMED, ThingKind
from journeybook.language import language
from journeybook.links import Link
from journeybook.load import kind_of
from journeybook.load.document import MODELS
from journeybook.naming import named_things
from journeybook.pages.wording.labels import LABELS
from journeybook.rules import RULES
from journeybook.scaffold import LANGUAGES

ROOT = Path(__file__).parents[3]
PACKAGE = ROOT / "plugins/journeybook"
JOURNEY = """\
---
title: Einkauf
persona: anna
stages:
  - stage: purchase
    steps:
      - {title: Zahlen, id: zahlen, touchpoints: kasse, pain_points: {title: Warten, id: warten}}
---
"""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """A handbook with at least one thing of each kind."""
    return read(tmp_path_factory.mktemp("kinds"), {"einkauf.md": JOURNEY}).catalogue


def test_every_kind_has_a_row() -> None:
    assert tuple(KINDS) == tuple(ThingKind)


@pytest.mark.parametrize("kind", IN_FILES)
def test_a_kind_in_files_is_read_from_its_folder(kind: ThingKind) -> None:
    assert kind_of(f"{kind.row.folder}/x.md".removeprefix("/")) is kind
    assert kind in MODELS, f"Say in MODELS of load/document.py which class reads a {kind}."


@pytest.mark.parametrize("kind", IN_HANDBOOK)
def test_a_kind_in_the_handbook_is_a_list_of_it(kind: ThingKind) -> None:
    assert kind.row.plural in model.Handbook.model_fields, f"Add '{kind.row.plural}' to model/handbook.py."


@pytest.mark.parametrize("kind", LINKED)
def test_a_kind_with_pages_is_in_the_catalogue_and_has_addresses(
    kind: ThingKind, catalogue: Catalogue
) -> None:
    assert kind in catalogue.tables, f"Add '{kind}' to tables of catalogue/catalogue.py."
    own_id, thing = next(iter(catalogue.tables[kind].items()))
    link = Link(kind=kind, id=own_id, text=None, line=1, column=1)
    address = kind.row.address(own_id)

    assert pages.link_target(catalogue, link) == (address, thing.title)
    assert pages.address_of(thing) == address, f"Say in pages/frame/addresses.py what class a {kind} has."  # type: ignore[arg-type] # one with pages


@pytest.mark.parametrize("kind", LINKED)
def test_a_kind_with_pages_has_a_page_for_each_and_a_list_of_all(
    kind: ThingKind, catalogue: Catalogue
) -> None:
    site = pages.Site(catalogue=catalogue, language=language("en"), today=date(2026, 11, 21))
    own_id = next(iter(catalogue.tables[kind]))

    assert {kind.row.pages, kind.row.address(own_id).partition("#")[0]} <= {
        page.address for page in pages.site_pages(site)
    }, f"List a builder of the pages of a {kind} in pages/site.py."


@pytest.mark.parametrize("kind", LINKED)
def test_the_changes_of_a_kind_are_told(kind: ThingKind) -> None:
    known = {str(change) for change in Kind}
    needed = {f"{word_of(kind)}-{what}" for what in ("added", "removed", "renamed", "retitled")}

    assert needed <= known, (
        f"Add {sorted(needed - known)} to Kind of diff/kinds/kind.py, each with its wording."
    )


@pytest.mark.parametrize("kind", NAMED)
def test_a_kind_with_ids_is_found_and_renamed(kind: ThingKind, catalogue: Catalogue) -> None:
    assert kind in {thing.kind for thing in named_things(catalogue)}, (
        f"Yield each {kind} in named_things of naming/things.py."
    )


@pytest.mark.parametrize("kind", NAMED)
def test_an_unknown_id_of_a_kind_has_a_rule(kind: ThingKind) -> None:
    rule = f"unknown-{kind}"

    assert rule in RULES
    assert (PACKAGE / f"rules/examples/{rule}.yml").exists(), f"Write rules/examples/{rule}.yml."


@pytest.mark.parametrize("kind", [*LINKED, ThingKind.HANDBOOK])
def test_a_kind_has_a_label_in_both_languages(kind: ThingKind) -> None:
    assert kind in LABELS["thing"], f"Add the label of '{kind}' to LABELS of pages/wording/labels.py."
    message = LABELS["thing"][kind]
    german = (PACKAGE / "locale/de.po").read_text(encoding="utf-8")

    assert f'msgid "{message}"' in german, f"Add the German of '{message}' to locale/de.po."


@pytest.mark.parametrize("tongue", LANGUAGES)
@pytest.mark.parametrize("kind", BEGUN)
def test_a_kind_that_is_begun_has_a_template(kind: ThingKind, tongue: str) -> None:
    inside = f"scaffold/new/{tongue}/{kind}.md"

    assert (PACKAGE / inside).exists(), f"Write {inside}."


@pytest.mark.parametrize("page", ["docs/en/fields.md", "docs/handbuch/felder.md"])
@pytest.mark.parametrize("kind", LINKED)
def test_a_link_of_each_kind_is_explained(kind: ThingKind, page: str) -> None:
    links = (ROOT / page).read_text(encoding="utf-8").partition("{#links}")[2].partition("\n## ")[0]

    assert f"`{kind}`" in links or f"[[{kind}:" in links, f"Explain [[{kind}:id]] in {page}, {{#links}}."


@pytest.mark.parametrize("page", ["docs/en/rename.md", "docs/handbuch/umbenennen.md"])
@pytest.mark.parametrize("kind", NAMED)
def test_a_kind_with_ids_is_explained_where_ids_are_changed(kind: ThingKind, page: str) -> None:
    assert f"`{kind}:" in (ROOT / page).read_text(encoding="utf-8"), f"Name `{kind}:` in {page}."
