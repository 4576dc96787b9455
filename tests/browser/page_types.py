"""An address of the example handbook for each type of page."""

from page_looks import Scheme

KINDS = {
    "home": "",
    "journeys": "journeys/",
    "journey of two personas": "journeys/online-bestellen/",
    "journey with branches": "journeys/schuhe-im-laden-kaufen/",
    "journey of the future": "journeys/online-bestellen-kuenftig/",
    "stage of a journey": "journeys/online-bestellen/purchase/",
    "stages": "stages/",
    "stage": "stages/purchase/",
    "touchpoints": "touchpoints/",
    "touchpoint": "touchpoints/kasse/",
    "channels": "channels/",
    "channel": "channels/store/",
    "personas": "personas/",
    "persona": "personas/anna/",
    "teams": "teams/",
    "team": "teams/e-commerce/",
    "metrics": "metrics/",
    "metric": "metrics/warenkorbabbruch/",
    "goals": "goals/",
    "goal": "goals/erstattung/",
    "segments": "segments/",
    "segment": "segments/familien/",
    "systems": "systems/",
    "system": "systems/kasse/",
    "principles": "principles/",
    "principle": "principles/ehrlich/",
    "glossary": "glossary/",
    "quality": "quality/",
    "rules": "rules/",
    "rule": "rules/unused-touchpoint/",
    "guide": "handbuch/journey-schreiben/",
    "guide to the fields": "handbuch/felder/",
}
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
