"""The words that people in the trade, and people who write German, use for ours.

A word only ever leads to what exists where it stands: `rating` to the satisfaction of a step, and nowhere on
a touchpoint, which has a rating of its own.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from journeybook.findings import nearest_word
from journeybook.model.slugs import slug


class _Words(NamedTuple):
    english: str
    german: str = ""


_SYNONYMS = {
    # what all things have
    "title": _Words("name label headline heading", "titel bezeichnung ueberschrift"),
    "id": _Words("key identifier slug", "kennung schluessel"),
    "owner": _Words("responsible accountable", "verantwortlich verantwortliche verantwortlicher zustaendig"),
    "evidence": _Words("sources proof research", "beleg belege nachweis nachweise quelle quellen"),
    "tags": _Words("keywords labels", "schlagworte schlagwoerter stichworte"),
    "description": _Words("summary details", "beschreibung"),
    "metrics": _Words("kpi kpis measures", "kennzahl kennzahlen metriken"),
    "metric": _Words("kpi measure", "kennzahl metrik"),
    "image": _Words("picture photo avatar portrait", "bild foto portraet"),
    "src": _Words("path file", "pfad datei"),
    "alt": _Words("alt_text caption", "alternativtext bildbeschreibung"),
    # journeys and their stages
    "persona": _Words("customer user", "kunde kundin nutzer nutzerin person"),
    "personas": _Words("customers users audience", "kunden kundinnen zielgruppe zielgruppen personen"),
    "stage": _Words("", "etappe"),
    "phase": _Words("", "abschnitt oberphase"),
    "stages": _Words("phases", "phase phasen abschnitte"),
    "steps": _Words("", "schritt schritte"),
    "summary": _Words("description abstract overview", "zusammenfassung kurzfassung beschreibung ueberblick"),
    "goal": _Words("objective aim purpose jtbd job_to_be_done", "ziel"),
    "scenario": _Words("situation context", "szenario kontext ausgangslage"),
    "trigger": _Words("cause", "ausloeser anlass"),
    "outcome": _Words("result", "ergebnis"),
    "state": _Words("version", "zustand"),
    "compares_to": _Words("replaces compare", "ersetzt vergleich vergleicht_mit"),
    "parent": _Words("part_of belongs_to", "teil_von gehoert_zu"),
    "reviewed": _Words("last_reviewed last_review review_date checked", "geprueft zuletzt_geprueft"),
    "review_every": _Words("review_interval interval", "pruefintervall"),
    # steps
    "satisfaction": _Words("rating score sentiment csat", "zufriedenheit bewertung note"),
    "actions": _Words("activities activity tasks todos does", "handlungen aktivitaeten aufgaben massnahmen"),
    "thoughts": _Words("thinks thinking", "gedanke gedanken denkt"),
    "feelings": _Words("emotion emotions feels mood", "gefuehl gefuehle emotionen stimmung fuehlt"),
    "needs": _Words("requirements wants", "beduerfnis beduerfnisse bedarf"),
    "motivations": _Words("motives drivers", "motive beweggruende antrieb"),
    "doubts": _Words("concerns objections worries fears", "zweifel bedenken sorgen"),
    "expectations": _Words("", "erwartung erwartungen"),
    "quotes": _Words("statements verbatims", "zitat zitate aussagen"),
    "touchpoints": _Words("contact_points", "kontaktpunkt kontaktpunkte beruehrungspunkte"),
    "touchpoint": _Words("contact_point", "kontaktpunkt beruehrungspunkt"),
    "channel": _Words("medium", "kanal"),
    "channels": _Words("media", "kanaele"),
    "frontstage": _Words("front_stage onstage staff_actions", "vorderbuehne vor_den_kulissen"),
    "backstage": _Words("back_stage internal", "hinterbuehne hinter_den_kulissen intern"),
    "systems": _Words("tools software applications", "systeme werkzeuge anwendungen"),
    "actors": _Words("people participants stakeholders", "akteure beteiligte"),
    "pain_points": _Words(
        "pain pains problem problems frustration frustrations issues obstacles",
        "schmerzpunkt schmerzpunkte probleme frust aergernisse huerden",
    ),
    "opportunities": _Words("idea ideas improvements solutions", "chance chancen idee ideen verbesserungen"),
    "moment_of_truth": _Words("mot", "moment_der_wahrheit"),
    "next": _Words("leads_to", "weiter naechste naechster"),
    "optional": _Words("skippable"),
    "journey": _Words("sub_journey", "reise kundenreise teilreise"),
    # pain points, opportunities, actions, evidence
    "severity": _Words("weight priority", "schwere schweregrad gewicht"),
    "category": _Words("kind type", "kategorie art"),
    "impact": _Words("benefit", "wirkung nutzen"),
    "effort": _Words("cost", "aufwand"),
    "solves": _Words("addresses fixes", "loest behebt"),
    "due": _Words("deadline due_date", "faellig termin frist"),
    "target": _Words("goal", "ziel zielwert"),
    "link": _Words("ticket url"),
    "method": _Words("", "methode"),
    "date": _Words("day", "datum tag"),
    "n": _Words("count sample sample_size", "anzahl stichprobe"),
    "expires": _Words("valid_until expiry", "gueltig_bis ablauf"),
    "text": _Words("quote words", "zitat wortlaut"),
    "to": _Words("step", "schritt ziel"),
    "when": _Words("if condition", "wenn falls bedingung"),
    # personas
    "role": _Words("occupation job profession job_title", "rolle beruf taetigkeit"),
    "age": _Words("", "alter"),
    "location": _Words("city residence town", "ort wohnort stadt"),
    "segment": _Words("customer_segment", "kundensegment zielgruppe"),
    "principles": _Words("values guidelines tenets", "grundsatz grundsaetze prinzip prinzipien leitlinien"),
    "type": _Words("kind", "art typ"),
    "quote": _Words("statement"),
    "jobs": _Words("jtbd jobs_to_be_done user_stories"),
    "want": _Words("job", "will moechte"),
    "so_that": _Words("because benefit", "damit"),
    "digital_skill": _Words(
        "tech_skill tech_savviness digital_literacy digital_skills", "digitalkompetenz technikkenntnisse"
    ),
    "accessibility_needs": _Words("accessibility disabilities", "barrierefreiheit einschraenkungen"),
    "facts": _Words("attributes background", "steckbrief merkmale"),
    "goals": _Words("objectives aims okrs", "ziele"),
    "frustrations": _Words(
        "pain pains pain_point pain_points problems challenges",
        "schmerzpunkt schmerzpunkte probleme frust aergernisse",
    ),
    "hobbies": _Words("interests", "interessen hobbys freizeit"),
    "behaviours": _Words("habits", "verhalten gewohnheiten"),
    "preferred_channels": _Words("channels", "kanaele lieblingskanaele bevorzugte_kanaele"),
    "devices": _Words("device technology", "geraet geraete technik"),
    # touchpoints
    "rating": _Words("satisfaction score", "bewertung zufriedenheit note"),
    "importance": _Words("weight priority relevance", "wichtigkeit bedeutung relevanz prioritaet"),
    "expectation": _Words("", "erwartung erwartungen"),
    "lifecycle": _Words("status state", "lebenszyklus zustand"),
    "self_service": _Words("", "selbstbedienung"),
    "url": _Words("link address website href", "adresse verweis"),
    "feedback_url": _Words("feedback"),
    "aliases": _Words("synonyms former_names", "synonyme fruehere_namen"),
    # the handbook
    "teams": _Words("departments", "abteilungen"),
    "team": _Words("department", "abteilung"),
    "segments": _Words("customer_segments", "segmente kundensegmente zielgruppen"),
    "size": _Words("share volume", "groesse umfang"),
    "value_proposition": _Words("promise value", "wertversprechen nutzenversprechen"),
    "contact": _Words("mail email", "kontakt ansprechpartner"),
    "setting": _Words("type", "art umgebung"),
    "unit": _Words("", "einheit"),
    "currency": _Words("", "waehrung"),
    "direction": _Words("", "richtung"),
    "definition": _Words("description", "beschreibung"),
    "funnel": _Words("conversion_funnel", "trichter"),
    "formula": _Words("calculation computation", "formel berechnung"),
    "source": _Words("origin", "quelle"),
    "value": _Words("", "wert"),
    # the words that fields may have as their value
    "true": _Words("yes on", "ja wahr"),
    "false": _Words("no off", "nein falsch"),
    "current": _Words("as_is today", "ist heute aktuell"),
    "future": _Words("to_be tomorrow", "soll zukunft kuenftig"),
    "draft": _Words("", "entwurf"),
    "published": _Words("final", "veroeffentlicht freigegeben"),
    "online": _Words("digital"),
    "offline": _Words("physical on_site", "vor_ort"),
    "both": _Words("hybrid", "beides"),
    "percent": _Words("", "prozent"),
    "count": _Words("number", "anzahl"),
    "duration": _Words("time", "dauer zeit"),
    "up": _Words("higher", "hoch hoeher steigend"),
    "down": _Words("lower", "niedrig niedriger fallend"),
    "open": _Words("todo to_do new", "offen neu"),
    "doing": _Words("in_progress wip", "in_arbeit laufend"),
    "done": _Words("finished closed completed", "erledigt fertig"),
    "planned": _Words("", "geplant"),
    "rejected": _Words("declined", "abgelehnt verworfen"),
    "live": _Words("active", "aktiv"),
    "retired": _Words("inactive", "eingestellt stillgelegt"),
    "primary": _Words("main", "primaer"),
    "secondary": _Words("", "sekundaer"),
    "observation": _Words("", "beobachtung"),
    "survey": _Words("questionnaire", "umfrage befragung"),
    "analytics": _Words("data", "daten"),
    "assumption": _Words("hypothesis guess", "annahme vermutung"),
}
"""What we call it, with the words of others: small letters, umlauts spelled out, words joined by `_`."""


def _leads(words: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """Turn the table round: what each word may mean."""
    found: dict[str, tuple[str, ...]] = {}
    for ours, others in words:
        for word in others.split():
            found[word] = (*found.get(word, ()), ours)
    return MappingProxyType(found)


_GERMAN = _leads((ours, words.german) for ours, words in _SYNONYMS.items())
_ALL = _leads((ours, f"{words.english} {words.german}") for ours, words in _SYNONYMS.items())


def meant(word: str, known: Iterable[str]) -> str:
    """Return the known word that means the same, else the most similar one, or nothing."""
    names = frozenset(known)
    return synonym(word, names) or nearest_word(word, names)


def synonym(word: str, known: Iterable[str]) -> str:
    """Return the known word that is the same but for how it is joined, or means the same, or nothing."""
    form = _form(word)
    return _first((form, *_ALL.get(form, ())), known)


def german(word: str, known: Iterable[str]) -> str:
    """Return the known word for a German one, or nothing."""
    return _first(_GERMAN.get(_form(word), ()), known)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return “ Did you mean 'x'?” for the known word that means the same or is most similar, or nothing."""
    match = meant(word, known)
    return f" Did you mean '{match}'?" if match else ""


def _first(ours: Iterable[str], known: Iterable[str]) -> str:
    by_form = {name.replace("-", "_"): name for name in known}
    return next((by_form[name] for name in ours if name in by_form), "")


def _form(word: str) -> str:
    return slug(word, fallback="").replace("-", "_")
