"""Two built sites in, how many words a reader sees on the same pages out: whether the contest is fair."""

import re
from pathlib import Path
from statistics import median

from tomarkdown import Element, read_html

_ARTICLE = re.compile(r"<article.*</article>", re.DOTALL)
_WORD = re.compile(r"\w+")
MOST_PAGES = 80
"""How many pages are compared; they are spread over the whole site."""
NEAR = 0.10


def words_of(page: Path) -> int:
    """Count the visible words of a page's article."""
    article = _ARTICLE.search(page.read_text(encoding="utf-8"))
    return len(_WORD.findall(_seen(read_html(article[0])))) if article else 0


def _seen(element: Element) -> str:
    if element.is_unseen:
        return ""
    return " ".join(child if isinstance(child, str) else _seen(child) for child in element.children)


def compare(ours: Path, theirs: Path) -> str:
    """Say how the counts of words on the pages of two sites relate."""
    pages = sorted(page.relative_to(ours) for page in ours.rglob("index.html"))
    chosen = pages[:: max(1, len(pages) // MOST_PAGES)][:MOST_PAGES]
    missing = [page for page in chosen if not (theirs / page).is_file()]
    ratios = {
        page: words_of(theirs / page) / max(1, words_of(ours / page))
        for page in chosen
        if page not in missing
    }
    if not ratios:
        return "no page of ours is among theirs"
    near = sum(abs(ratio - 1) <= NEAR for ratio in ratios.values())
    lowest, highest = min(ratios, key=ratios.__getitem__), max(ratios, key=ratios.__getitem__)
    return (
        f"median {median(ratios.values()):.2f}, {near} of {len(ratios)} pages within {NEAR:.0%}, "
        f"from {ratios[lowest]:.2f} ({lowest.parent}) to {ratios[highest]:.2f} ({highest.parent}), "
        f"{len(missing)} missing"
    )
