"""Follow what hurts to what is done about it: pain points, opportunities, actions, moments of truth."""
