"""The samples in every format: small files made once (make.py), compared with what they were made of (table.py)."""
