"""Find step titles that tell what the firm does, in German and English, with few false alarms."""

import re
from collections.abc import Iterator
from functools import lru_cache

from journeybook.catalogue import Step
from journeybook.checks.inspection import Inspection, found
from journeybook.checks.positions import steps_of
from journeybook.findings import Finding

_OWN_VOICE = re.compile(r"\b(?:ich|mir|mich|mein\w*|i|i[’']m|my|me|mine|myself|lassen)\b")
"""Who says so speaks as the customer, whatever else is said."""

_WORDS = {
    "wir-tun": """
        versenden, verschicken, zusenden, senden, schicken, zuschicken, liefern, beliefern,
        ausliefern, kontaktieren, informieren, benachrichtigen, beraten, begrüßen, betreuen,
        bedienen, bearbeiten, erstatten, bestätigen, fakturieren, kommissionieren, verpacken,
        onboarden, bewerben, anrufen, anschreiben, einladen, erinnern, befragen, binden, gewinnen,
        zurückgewinnen, abholen, weiterleiten, mahnen, bieten, laden, verkaufen
    """,
    "getan": """
        verschickt, versandt, versendet, gesendet, geschickt, zugesandt, zugeschickt, zugesendet,
        zugestellt, geliefert, ausgeliefert, bearbeitet, erstellt, kommissioniert, verpackt,
        übermittelt, angelegt, freigeschaltet, weitergeleitet, erfasst, ausgestellt, erstattet,
        fakturiert, informiert, kontaktiert, benachrichtigt, angerufen, angeschrieben, begrüßt,
        beraten, eingeladen, erinnert, befragt, betreut, bedient
    """,
    "tut": """
        sendet, schickt, versendet, verschickt, liefert, kontaktiert, informiert, benachrichtigt,
        berät, begrüßt, erklärt, bearbeitet, prüft, erstellt, bestätigt, bietet, ruft, meldet,
        empfiehlt, verpackt, kassiert, übergibt, fragt, erinnert, erstattet, leitet, schaltet,
        kommissioniert, stellt, berechnet, verbucht, erfasst
    """,
    "personal": r"""
        mitarbeiter\w*, vertrieb, verkäufer\w*, berater\w*, kundenservice, kundendienst,
        kundenbetreuer\w*, support, service-?team, team, hotline, sachbearbeiter\w*, logistik,
        lager, marketing, system, shop, onlineshop, webshop, website, chatbot, filiale, firma,
        unternehmen, buchhaltung, außendienst, innendienst, techniker\w*, monteur\w*, callcenter,
        crm
    """,
    "kunde": r"(?:neu|bestands|stamm)?kund(?:e|in|en|innen|[*:_]in|[*:_]innen)",
    "post": """
        rechnung, mahnung, zahlungserinnerung, bestellbestätigung, auftragsbestätigung,
        versandbestätigung, newsletter, mailing, willkommensmail, begrüßungsmail, terminbestätigung
    """,
    "jargon": """
        neukundengewinnung, kundengewinnung, kundenakquise, leadgenerierung, retargeting, upselling,
        cross-selling, leads? qualifizieren, leads? generieren, lead generation, lead nurturing,
        lead qualification, customer retention, customer acquisition, customer onboarding
    """,
    "customer": r"(?:customer|client|user|guest|buyer|shopper|lead|prospect)s?(?=$|,| <joining>\b)",
    "joining": """
        is, are, was, were, gets?, receives?, will, should, by, via, per, in, at, on, with, for, and, about,
        to, after, before, when, if, once, a, an, the, their
    """,
    "we-do": """
        send, ship, deliver, dispatch, contact, inform, notify, greet, welcome, process, invoice,
        bill, charge, refund, onboard, advise, remind, offer, provide, fulfill?, upsell, serve,
        thank, invite, follow up, reach out
    """,
    "to-them": """
        send, contact, inform, notify, remind, invite, greet, welcome, call, email, onboard, bill,
        invoice, offer, upsell, thank, survey, convert, engage, educate, retain, acquire, nurture,
        qualify, follow up with, reach out to
    """,
    "does": """
        sends, ships, delivers, contacts, calls, informs, notifies, processes, checks, confirms,
        offers, asks, answers, explains, provides, prepares, creates, reviews, approves, advises, greets,
        welcomes, recommends, packs, issues, reminds, dispatches, invoices, refunds, onboards,
        serves, follows, emails, registers, schedules
    """,
    "staff": r"""
        sales, sales team, sales rep\w*, support, support team, support agent, agent, service agent,
        employee, staff, system, clerk, advis[eo]r, customer service, marketing, marketing team,
        warehouse, shop assistant, salesperson, technician, account manager, chatbot, company,
        store, shop, website, team, crm, back office
    """,
    "done": """
        sent, shipped, dispatched, processed, invoiced, packed, picked, billed, issued, fulfilled,
        delivered, contacted, informed, notified, onboarded, reminded, greeted, welcomed, refunded,
        invited, emailed
    """,
    "sendings": """
        newsletter, campaign, mailing, order confirmation, payment reminder, shipping confirmation,
        welcome mail, welcome e-?mail, welcome pack, nps survey
    """,
}
"""Lists of words, or of patterns of words, by the names under which the titles below use them."""

_TITLES = r"""
    ^wir (?:\w+ )?<wir-tun>\b
    ^(?:der |die |das |unsere?r? |eine? )?<personal> <tut>\b
    ^(?:der |die |unsere? |eine? |neue |jeder )?<kunde> (?:erhält|erhalten|bekommt|bekommen|kriegt|empfängt)\b
    ^(?:der |die |unsere? |eine? |neue |jeder )?<kunde> (?:wird|werden|soll|sollen)\b
    ^(?:neue |den )?<kunde> (?:.* )?<wir-tun>$
    \b(?:dem|einem|jedem|unserem|beim|zum|an den|an einen|an) kunden\b
    ^der kundin (?:.* )?<wir-tun>$
    \b(?:an die|an eine) kundin\b
    ^(?:die |der |das |eine? )?[\w-]+ (?:wird|werden) (?:.* )?<getan>$
    ^(?:die |eine )?<post> (?:.* )?(?:versenden|verschicken|senden|ausstellen|stellen|zustellen)$
    ^(?:ware|bestellung|auftrag|paket|sendung) (?:.* )?(?:kommissionieren|ausliefern|zustellen|bearbeiten)$
    ^(?:kampagne|werbung|anzeigen?) (?:.* )?(?:schalten|ausspielen|aussteuern)$
    \b<jargon>\b
    ^we (?:\w+ )?<we-do>\b
    ^(?:the |our |an? )?<staff> <does>\b
    ^(?:the |our |a |each |every |new )*<customer> (?:is|are|was|were|gets?|receives?|will be|should)\b
    ^<to-them> (?:the |our |new |a |each |all |existing )*<customer>
    \b(?:to|for|with) (?:the |our |a |new |all )?<customer>
    ^(?:the |an? )?(?:[\w-]+ )?[\w-]+ (?:is|are|gets?) (?:being )?<done>\b(?! (?:back|in)\b)
    ^(?:send|issue|dispatch|publish|launch|run) (?:out )?(?:the |an? )?(?:\w+ )?<sendings>\b
"""
"""How titles look that are told from the firm's side, one pattern a line, in small letters."""


def _filled(pattern: str) -> str:
    """Put lists of words where a pattern names them."""
    return re.sub(r"<([a-z-]+)>", lambda name: f"(?:{_filled(_either(_WORDS[name[1]]))})", pattern)


def _either(words: str) -> str:
    return "|".join(" ".join(words.split()).split(", "))


_FIRM_SIDE = re.compile("|".join(_filled(line.strip()) for line in _TITLES.strip().splitlines()))


def firm_side_titles(inspection: Inspection) -> Iterator[Finding]:
    """Steps whose title tells what the firm does, or sees the customer as the firm does."""
    for journey in inspection.catalogue.mapped:
        for path, step in steps_of(journey):
            if is_firm_side(step.title) and not _is_of_staff(step):
                yield found(journey.document, (*path, "title"), "firm-side-title", title=step.title)


def _is_of_staff(step: Step) -> bool:
    """Whether nobody but staff takes part: what they do is what the journey tells."""
    return bool(step.personas) and all(persona.is_staff for persona in step.personas)


@lru_cache(maxsize=65536)
def is_firm_side(title: str) -> bool:
    """Whether a title tells what the firm does."""
    text = " ".join(title.lower().split()).strip(" .!")
    return not text.startswith("ich ") and bool(_FIRM_SIDE.search(text)) and not _OWN_VOICE.search(text)
