"""Take journeys in one version or two; give the satisfaction curves that pages draw."""
