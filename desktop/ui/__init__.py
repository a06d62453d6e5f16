"""Step 4c: the window. Qt is imported under this package only."""
