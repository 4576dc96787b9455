"""Find umlauts that are garbled or spelled out."""

import re
from collections.abc import Iterator
from functools import lru_cache

from journeybook.checks.inspection import Inspection, found_in
from journeybook.checks.prose import Prose, Search
from journeybook.findings import Finding

_SIGNS_OF_GARBLING = ("Ã", "Â", "â€", "\ufffd")
_GARBLED = re.compile(
    r"\w{0,30}(?:Ã[¤¶¼„–œŸ©¨¡³±]|Â[\xa0«»°§€]|â€[žœ\x9dš˜™“”–—¦¢]|â‚¬|\ufffd)[\w¤¶¼Ÿ]{0,30}"
)

_LONGEST = 24
"""The letters of a word that are looked at on each side."""
_PAIRS = ("ue", "ae", "oe", "Ue", "Ae", "Oe")
_SPELLED_OUT = r"""
    \b(?:da|wo|hier)?fuer\b | \b(?:gegen|dar|hin|her|vor|wor)?ueber(?!l$) | rueck
    | moecht | koenn(?:e|t) | muess(?:e|t) | wuerd | \bwaere?(?:n|t|st)?\b | haett | duerf
    | gruess | \bfuess | suess(?:e|ig) | groess | schluess | fluess | laess(?:t|ig) | bloess
    | \bschoen(?:e[rnsm]?|er\w+|ste\w*)?\b | \bspaet | naechst | naeh(?:e|er)\b | waehl | waehrend | erklaer
    | aender | laeuf | kaeuf | verkaeuf | laeng(?:e|s) | staerk | haeuf | haend(?:e(?!l\b)|l) | laed(?:t|en)
    | faell(?:t|e|ig) | haelt(?:st)?\b | traeg(?:t|e|st) | schlaeg | gespraech | (?:auf|ver|bei)traeg
    | gefuehl | fuehl(?:e|t|st|ung) | fuehr(?:t|e|ung|l) | pruef | stueck | glueck | drueck | bruecke
    | \bgruen(?:e[rnsm]?)?\b | kuerz | kuenf | verfueg | genueg | uebrig | kuendig | kuend(?:e|ung) | \bmuede
    | guenst | wuensch | bestaetig | taetig | (?:al|i)taet(?:en|s\w+)?\b | geraet(?:e|en|s)?\b | praes
    | persoenlich | gehoer | \bhoer(?:t|e|en|er)\b | hoech | hoeh(?:e|er)\b | oeffn
    | oeffent | \w?loes(?:en|ung|t)\b | \bloes | \bboese | noetig | moegl | moegen | voellig | woechent
    | stoer(?:t|en|ung) | foerd | \bgaest | plaetz | saetz | faehig | faehr(?:t|st)\b | zaehl | waerm
    | aerger | aehnl | \baelter | taeglich | jaehr | maedchen | maenn(?:er|lich) | raeum | traeum
    | haeus(?:er|lich) | aerzt | schaed | gaenz | taeusch | \bbuero | buech(?:er|lein) | buerger
    | \bmuell\b | muenz
    | kuech(?:e|en)\b | frueh | bemueh | einfueg | hinzufueg | zufaellig | natuerl | oeft | noerd | suedl
    | \bfuenf | \bzwoelf
    | \bkoerper | \bkoerb | unterstuetz | nuetz | schuetz | \buebung | \btuer(?:en)?\b | \bgebuehr | beruehr
    | \bueblich | ausfuehr | erfuell | gefuellt | muehe | kuehl | wuerdig | zuverlaessig | maessig
"""
_BEFORE_PLAIN = frozenset("aeäqQ")
"""After these, ue is no umlaut, as in Frauen, neue and Quelle; most are found out here."""
_BEFORE_PART, _AFTER_PART = frozenset("-_/:#@.="), frozenset("-_/:@=")
_ROOTS = re.compile(_SPELLED_OUT, re.VERBOSE)
"""What words have in common whose umlaut is spelled out; neue, Frauen and Abenteuer have none of it."""


def damaged_umlauts(inspection: Inspection) -> Iterator[Finding]:
    """Files with umlauts that are garbled or spelled out, each named once."""
    for prose in inspection.prose:
        if any(sign in part for part in prose.parts for sign in _SIGNS_OF_GARBLING):
            yield from _first(prose, "garbled-umlaut", _garbled)
        if any(word for part in prose.parts for word in _spelled_out(part)):
            yield from _first(prose, "spelled-out-umlaut", _spelled_out)


def _first(prose: Prose, rule: str, find: Search) -> Iterator[Finding]:
    """Say what was found first, and how often there is more of it."""
    hits = tuple(prose.search(find))
    if hits:
        yield found_in(hits[0], rule, text=hits[0].text, count=len(hits))


def _garbled(text: str) -> Iterator[tuple[int, str]]:
    first = _GARBLED.search(text)
    if first:
        yield first.start(), first[0]


def _spelled_out(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words in question, found without looking at all of a text's words."""
    for pair in _PAIRS:
        at = text.find(pair)
        while at >= 0:
            if text[at - 1 : at] not in _BEFORE_PLAIN:
                start, word = _word_around(text, at)
                if _is_spelled_out(word.lower()):
                    yield start, word
            at = text.find(pair, at + 2)


def _word_around(text: str, at: int) -> tuple[int, str]:
    """The word at a place of a text; nothing where it is a part of an id, an address or a file's name."""
    start = end = at
    while start and at - start < _LONGEST and text[start - 1].isalpha():
        start -= 1
    while end - at < _LONGEST and text[end : end + 1].isalpha():
        end += 1
    before, word, after = text[max(0, start - 1) : start], text[start:end], text[end : end + 2]
    is_part = before in _BEFORE_PART or after[:1] in _AFTER_PART or (after[:1] == "." and after[1:].isalnum())
    return start, "" if word.islower() and is_part else word


@lru_cache(maxsize=65536)
def _is_spelled_out(word: str) -> bool:
    return _ROOTS.search(word) is not None
