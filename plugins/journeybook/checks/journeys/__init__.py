"""Check what a handbook says of journeys: their steps, satisfaction, evidence, plans and dates."""
