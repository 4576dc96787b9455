"""Files beside the journeys: which of them a site has, and what becomes of pictures."""

import pytest
from small_sites import ROOT, SHOES, Make, Tree

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>'
ACTING = SVG.replace("<circle", '<script>fetch("//x.example")</script><circle onclick="alert(1)"')
PNG = b"\x89PNG\r\n\x1a\n"
SCRIPT = "<script>document.title = 'run'</script>"
PUBLISHED: Tree = {
    "journeys/assets/regal.svg": SVG,
    "journeys/bild.png": PNG,
    "journeys/assets/foto.jpg": PNG,
    "journeys/assets/plan.pdf": b"%PDF-1.7\n",
    "journeys/assets/bericht.DOCX": b"PK\x03\x04",
    "journeys/assets/zahlen.csv": "a,b\n1,2\n",
    "journeys/assets/notiz.txt": "Die Kasse <ist> zu.\n",
}
REFUSED: Tree = {
    "journeys/assets/page.html": SCRIPT,
    "journeys/assets/page.xhtml": SCRIPT,
    "journeys/assets/code.js": "alert(1)",
    "journeys/assets/search/search_index.json": "{}",
    "journeys/assets/polyglot.html": PNG + SCRIPT.encode(),
    "journeys/assets/noname": SCRIPT,
    "journeys/assets/page.png": SCRIPT,
    "journeys/assets/page.pdf": SCRIPT,
    "journeys/assets/page.docx": SCRIPT,
    "journeys/assets/page.txt": f"\n {SCRIPT}",
    "journeys/assets/page.csv": "\ufeff<html>".encode("utf-16"),
    "journeys/assets/html.svg": f"<html>{SCRIPT}</html>",
    "journeys/entity.svg": f'<!DOCTYPE svg [<!ENTITY a "b">]>{SVG}',
    "journeys/assets/latin.svg": SVG.replace("9 9", "ä").encode("latin-1"),
    "journeys/assets/deep.svg": f'<svg xmlns="http://www.w3.org/2000/svg">{"<g>" * 500}{"</g>" * 500}</svg>',
}


def test_pictures_and_documents_are_published_as_they_are(make: Make) -> None:
    made = make(PUBLISHED)
    assert made.log == []
    for path in PUBLISHED:
        assert (made.site / path).read_bytes() == (made.root / path).read_bytes()


@pytest.mark.parametrize("path", REFUSED)
def test_what_a_browser_could_run_ends_the_build_with_its_path(path: str, make: Make) -> None:
    made = make({path: REFUSED[path]})
    assert made.aborted == "Aborted with a BuildError!"
    assert [line for line in made.log if f"{path}:1:1: unpublishable-file: " in line] == made.log[:1]
    assert not (made.site / path).exists()


def test_a_picture_that_acts_is_published_without_what_acts(make: Make) -> None:
    made = make({"journeys/assets/regal.svg": f'<?xml-stylesheet href="//x.example/a"?>\n{ACTING}'})
    assert made.log == []
    drawn = (made.site / "journeys/assets/regal.svg").read_text(encoding="utf-8")
    assert '<circle r="4"></circle>' in drawn
    assert [word for word in ("script", "onclick", "example", "stylesheet") if word in drawn] == []


def test_a_journeys_folder_below_docs_has_nothing_of_the_owners_rights(make: Make) -> None:
    made = make(
        {
            "docs/journeys/schuhe.md": SHOES,
            "docs/journeys/personas/anna.md": "---\ntitle: Anna\n---\n",
            "docs/journeys/README.md": f"# Liesmich\n\n{SCRIPT}\n",
            "docs/journeys/_entwurf/seite.html": SCRIPT,
            "docs/journeys/_entwurf/seite.md": SCRIPT,
        },
        plugins=["search", {"journeybook": {"journeys_dir": "docs/journeys"}}],
    )
    assert made.aborted is None
    published = [path for path in made.site.rglob("*.html") if SCRIPT in path.read_text(encoding="utf-8")]
    assert published == []


def test_the_pictures_of_the_example_need_no_cleaning(make: Make) -> None:
    pictures = {
        f"journeys/assets/{path.name}": path.read_bytes() for path in (ROOT / "journeys/assets").iterdir()
    }
    made = make(pictures)
    assert [path for path in pictures if (made.site / path).read_bytes() != pictures[path]] == []
