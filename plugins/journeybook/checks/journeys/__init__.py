"""Check what a handbook says of journeys: steps, satisfaction, evidence, plans and dates."""
