"""The cards of a map: how far each may run, which of a stage wait where there is no room, what each says."""

from pathlib import Path

from core.pages.maps.maps import map_of

PAINS = """
- title: Ich suche
  pain_points: [{title: a, severity: 2}, {title: b, severity: 5}]
- Ich lese
- title: Ich frage
  pain_points: [{title: c, severity: 3}, {title: d, severity: 5}, {title: e, severity: 1}]
"""


def test_the_worst_three_of_a_stage_stay_where_there_is_no_room_for_all(tmp_path: Path) -> None:
    (stage,) = map_of(tmp_path, PAINS).pain_points

    assert {card.item.pain.record.title: card.rank for card in stage.cards} == {
        "b": 1,
        "d": 2,
        "c": 3,
        "a": 4,
        "e": 5,
    }
    assert [card.item.pain.record.title for card in stage.cards if card.is_minor] == ["a", "e"]
    assert stage.minor_count == 2


def test_each_stage_has_a_tray_of_its_own_which_may_be_empty(tmp_path: Path) -> None:
    pains = map_of(tmp_path, PAINS, "- Ich kaufe").pain_points

    assert [(cards.stage.id, len(cards.cards)) for cards in pains] == [("awareness", 5), ("purchase", 0)]


def test_a_row_without_cards_is_not_there(tmp_path: Path) -> None:
    found = map_of(tmp_path, PAINS)

    assert found.opportunities == ()
    assert map_of(tmp_path / "none", "- Ich kaufe").pain_points == ()


def test_a_card_runs_over_empty_neighbours_of_its_stage_but_not_too_far(tmp_path: Path) -> None:
    steps = "\n".join(["- {title: a, pain_points: [x, y]}", *(f"- {name}" for name in "bcdef")])
    first, second = map_of(tmp_path, steps, "- g\n- {title: h, pain_points: [z]}").pain_points

    assert [(card.column.step.title, card.span) for card in first.cards] == [("a", 4), ("a", 4)]
    assert [(card.column.place, card.span) for card in second.cards] == [(2, 1)]


def test_opportunities_with_most_impact_for_least_effort_come_first(tmp_path: Path) -> None:
    steps = """
- title: Ich suche
  opportunities:
    - {title: a, impact: 2, effort: 4}
    - {title: b, impact: 5, effort: 1}
    - {title: c, impact: 5, effort: 1, status: done}
    - {title: d, impact: 4, effort: 2}
"""
    (stage,) = map_of(tmp_path, steps).opportunities

    ranked = sorted(stage.cards, key=lambda card: card.rank)
    assert [card.item.opportunity.record.title for card in ranked] == ["b", "d", "a", "c"]
    assert [card.item.opportunity.record.title for card in stage.cards] == ["a", "b", "c", "d"]


def test_an_opportunity_says_who_works_on_it_and_what_is_overdue(tmp_path: Path) -> None:
    steps = """
- title: Ich suche
  opportunities:
    - title: a
      actions:
        - {title: Fragen, owner: shop, due: 2026-11-20}
        - {title: Bauen, owner: shop, due: 2026-11-22}
        - {title: Reden, owner: shop, due: 2026-11-01, status: done}
        - {title: Ruhen}
"""
    (stage,) = map_of(tmp_path, steps).opportunities
    (card,) = stage.cards

    assert card.item.overdue == 1
    assert [team.title for team in card.item.teams] == ["Filialbetrieb"]


def test_trust_counts_the_claims_of_each_stage_that_rest_on_evidence(tmp_path: Path) -> None:
    steps = """
- title: Ich suche
  pain_points:
    - {title: a, evidence: {title: Befragung, method: survey}}
    - {title: b, evidence: {title: Denken wir uns, method: assumption}}
    - {title: c, evidence: {title: Befragung, method: survey, expires: 2026-01-01}}
    - d
    - {title: e, evidence: {title: Runde, method: workshop}}
- title: Ich finde
  satisfaction: 2
  moment_of_truth: true
  evidence: {title: Befragung, method: survey}
  thoughts: [{text: Da ist es, evidence: {title: Interviews, method: interview}}, Endlich]
  quotes: Na also
  frontstage: {text: Zeigt das Regal, evidence: {title: Befragung, method: survey}}
"""
    found = map_of(tmp_path, steps, "- Ich kaufe")

    assert [(trust.stage.id, trust.share.proven, trust.share.all) for trust in found.trust] == [
        ("awareness", 5, 10),
        ("purchase", 0, 0),
    ]
    marks = [str(card.item.mark) for card in found.pain_points[0].cards]
    assert marks == ["researched", "assumed", "expired", "assumed", "anecdotal"]


def test_a_map_of_titles_alone_claims_nothing(tmp_path: Path) -> None:
    assert map_of(tmp_path, "- Ich kaufe").trust == ()
