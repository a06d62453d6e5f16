"""Step 4b: a CheckResult is kept in a local SQLite file."""
