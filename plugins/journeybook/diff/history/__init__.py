"""Take commits; give what each of them changed, newest first."""
