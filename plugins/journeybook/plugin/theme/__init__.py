"""What the site's theme gives and shares: templates, icons, and the frame that many pages have in common."""
