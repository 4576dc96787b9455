"""The ways in which the columns of each kind of list get into a draft."""

from collections.abc import Mapping
from types import MappingProxyType

from journeybook.importing.lists import filling
from journeybook.importing.lists.filling import FieldWay
from journeybook.model.improvement import Category, OpportunityStatus
from journeybook.model.persona import PersonaType
from journeybook.model.touchpoint import Lifecycle

OF_PERSONA: Mapping[str, FieldWay] = MappingProxyType(
    {
        "": filling.put_fact,
        "title": filling.put_text,
        "role": filling.put_text,
        "age": filling.put_age,
        "location": filling.put_text,
        "segment": filling.put_name,
        "type": filling.put_one_of(PersonaType),
        "quote": filling.put_quote,
        "image": filling.tell_picture,
        "description": filling.put_paragraphs,
        "goals": filling.put_texts,
        "jobs": filling.put_texts,
        "needs": filling.put_texts,
        "frustrations": filling.put_texts,
        "motivations": filling.put_texts,
        "hobbies": filling.put_names,
        "behaviours": filling.put_texts,
        "preferred_channels": filling.put_names,
        "devices": filling.put_names,
        "digital_skill": filling.put_score,
        "accessibility_needs": filling.put_texts,
        "why_interested": filling.put_interview,
        "how_researched": filling.put_interview,
        "decision_criteria": filling.put_interview,
        "alternatives": filling.put_interview,
        "why_us": filling.put_interview,
        "wishes": filling.put_interview,
        "evidence": filling.put_texts,
        "reviewed": filling.put_day,
        "tags": filling.put_names,
        "number": filling.pass_over,
    }
)

OF_TOUCHPOINT: Mapping[str, FieldWay] = MappingProxyType(
    {
        "": filling.put_marked,
        "title": filling.put_text,
        "channel": filling.put_name,
        "group": filling.put_name,
        "owner": filling.put_name,
        "stages": filling.put_names,
        "rating": filling.put_score,
        "importance": filling.put_score,
        "expectation": filling.put_text,
        "lifecycle": filling.put_one_of(Lifecycle),
        "self_service": filling.put_flag,
        "systems": filling.put_names,
        "url": filling.put_address,
        "feedback_url": filling.put_address,
        "aliases": filling.put_names,
        "metrics": filling.put_names,
        "evidence": filling.put_texts,
        "description": filling.put_paragraphs,
        "reviewed": filling.put_day,
        "tags": filling.put_names,
        "number": filling.pass_over,
    }
)

OF_OPPORTUNITY: Mapping[str, FieldWay] = MappingProxyType(
    {
        "title": filling.put_text,
        "impact": filling.put_score,
        "effort": filling.put_score,
        "status": filling.put_one_of(
            OpportunityStatus, open="idea", backlog="idea", umsetzung="doing", umgesetzt="done", live="done"
        ),
        "reason": filling.put_text,
        "goals": filling.put_names,
    }
)

OF_PAIN_POINT: Mapping[str, FieldWay] = MappingProxyType(
    {
        "title": filling.put_text,
        "severity": filling.put_score,
        "category": filling.put_one_of(Category),
        "evidence": filling.put_texts,
    }
)
