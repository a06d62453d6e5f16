"""What contradicts itself inside a draft, one module per kind."""
