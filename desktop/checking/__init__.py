"""Step 3: a Draft and Checklists become a CheckResult."""
