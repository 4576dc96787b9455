"""Tell what each of the latest commits changed, newest first."""
