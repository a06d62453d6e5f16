"""Step 4a: a CheckResult becomes paper and files."""
