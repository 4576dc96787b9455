"""Draw on the site's theme: templates, icons, and the frame that many pages have in common."""
