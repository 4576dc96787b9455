"""Take what a change of files would change; give the page of it, and marks on all others."""
