"""Step 2: the YAML folders under checklists/ become Checklists."""
