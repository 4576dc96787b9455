"""Parts that several pages show alike: findings, pain points, opportunities, actions, lists."""
