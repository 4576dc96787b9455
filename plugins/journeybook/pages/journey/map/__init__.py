"""Lay out a journey's map: columns of steps, the rows that say where it hurts, groups of all others."""

from journeybook.pages.journey.map.layout import JourneyMap, journey_map

__all__ = ["JourneyMap", "journey_map"]
