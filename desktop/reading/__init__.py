"""Step 1: a file becomes a Draft."""
