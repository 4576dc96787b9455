"""What a stranger's pull request may bring: files that are none, or made to be dear, deep or misread."""
