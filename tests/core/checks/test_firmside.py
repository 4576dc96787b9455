"""Titles of steps: which of them tell the firm's side, and which the customer's."""

from pathlib import Path

import pytest

from core.handbooks import read
from journeybook.checks.texts.firm_side import is_firm_side

FIRM = """
Wir versenden die Ware
Wir schicken dem Kunden ein Angebot
Wir beraten in der Filiale
Wir bieten eine Anprobe an
Rechnung wird verschickt
Die Bestellung wird kommissioniert
Paket wird ausgeliefert
Ware wird an die Filiale geliefert
Newsletter wird versendet
Termin wird bestätigt und erfasst
Auftrag wird angelegt
Kunde erhält Bestätigung
Der Kunde bekommt die Ware
Kundin wird begrüßt
Die Kundin erhält einen Gutschein
Kund:innen werden befragt
Kunden werden per Mail informiert
Dem Kunden ein Angebot machen
Dem Kunden die Ware übergeben
Angebot an den Kunden senden
Rechnung an Kunden verschicken
Kunden kontaktieren
Kunden per E-Mail erinnern
Neukunden anschreiben
Bestandskunden einladen
Newsletter versenden
Bestellbestätigung per E-Mail versenden
Mahnung verschicken
Rechnung stellen
Bestellung kommissionieren
Ware ausliefern
Kampagne auf Instagram schalten
Mitarbeiter begrüßt die Kundin
Der Vertrieb meldet sich
Unser Team prüft die Anfrage
Das System verschickt eine Bestätigung
Kundenservice ruft zurück
Techniker prüft das Gerät
Upselling an der Kasse
Leads qualifizieren
We send the invoice
We contact the customer
We welcome new guests
We process the return
Send newsletter to customer
Send newsletter
Send out the order confirmation
Launch a campaign on Instagram
Customer is contacted
The customer receives an invoice
Customers are invited to an event
Each customer gets a voucher
New customers are onboarded
User is notified by email
The client will be called back
Contact the customer
Remind customers about the basket
Follow up with the lead
Onboard new users
Invite existing customers
Call the prospect
Thank the guest
Offer an upgrade to the customer
Offer customers a discount
Prepare the quote for the client
Share the tracking link with our customers
Invoice is sent
The order is processed
Parcel gets shipped
Refund is issued
Order confirmation is sent
Goods are packed
The sales team calls
Sales rep prepares a quote
Support agent answers and confirms the refund
The system sends a confirmation
Our warehouse packs the parcel
Customer service explains the return
A technician schedules the visit
Lead nurturing
Customer retention
"""
CUSTOMER = """
Schuhe anprobieren
An der Kasse bezahlen
Ich probiere an und laufe eine Runde
Ich bekomme eine Größe empfohlen
Ich werde gefragt, wie der Schuh sitzt
Ich bekomme mein Geld zurück
Rechnung bezahlen
Rechnung bei der Versicherung einreichen
Newsletter abonnieren
Newsletter abbestellen
Den Kundenservice anrufen
Kundenkonto anlegen
Kundenkarte vorzeigen
Bewertungen anderer Kunden lesen
Andere Kunden um Rat fragen
Berater fragen
Verkäuferin nach der Größe fragen
Website besuchen
Filiale in der Nähe finden
Support kontaktieren
Wir vergleichen Angebote
Wir suchen ein Hotel für die Familie
Mein Paket wird geliefert
Der Techniker kommt zu mir nach Hause
Die Beraterin empfiehlt mir ein Modell
Auf die Lieferung warten
Paket auspacken
Ware zurückschicken
Eine Freundin einladen
Auf die Rechnung warten
Angebot anfordern
Angebot prüfen und unterschreiben
Mich beraten lassen
Füße messen lassen
Anna vergleicht Modelle
Kunde sucht nach Schuhen
Team überzeugen
Die Anprobe wird zum Erlebnis
Der Wunsch wird konkret
Als Kunde wiederkommen
Try on shoes
Pay at the till
I get my money back
I am asked how the shoe fits
Pay the invoice
Send the invoice to my insurance
Subscribe to the newsletter
Unsubscribe from the newsletter
Call customer service
Contact customer support
Create a user account
Read customer reviews
Talk to other customers
Ask the shop assistant
Visit the website
Find a store nearby
We compare offers
We look for a hotel
My order is delivered
The technician comes to my home
The advisor explains my options
Wait for the delivery
Unpack the parcel
Send the goods back
Invite a friend
Wait for the invoice
Ask for a quote
Compare the offers and sign
Get advice
Have my feet measured
Anna compares models
Look for the customer service number
Go to customer service
Convince the team
The wish becomes concrete
Come back as a customer
Notice the campaign on Instagram
Open the welcome pack
Check the order confirmation
Sign up for the customer card
Ask for the guest wifi
Join a user group
Look for a client portal
"""


@pytest.mark.parametrize("title", FIRM.strip().splitlines())
def test_what_the_firm_does_is_told_from_its_side(title: str) -> None:
    assert is_firm_side(title)


@pytest.mark.parametrize("title", CUSTOMER.strip().splitlines())
def test_what_the_customer_does_is_told_from_the_customers_side(title: str) -> None:
    assert not is_firm_side(title)


@pytest.mark.parametrize(
    ("personas", "told"),
    [
        ("{title: A, personas: otto}", False),
        ("{title: A, personas: [anna, otto]}", True),
        ("{title: A}", True),
    ],
)
def test_steps_of_staff_alone_may_be_told_from_the_firms_side(
    tmp_path: Path, personas: str, *, told: bool
) -> None:
    step = personas.replace("title: A", "title: Rechnung wird verschickt")
    journey = (
        f"---\ntitle: X\npersonas: [anna, otto]\nstages:\n  - stage: purchase\n    steps: [{step}]\n---\n"
    )
    found = read(tmp_path, {"x.md": journey, "personas/otto.md": "---\ntitle: Otto\ntype: staff\n---\n"})
    assert ("firm-side-title" in {finding.rule for finding in found.findings}) == told
