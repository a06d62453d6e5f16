"""One lock for everybody who reads or draws PDF."""

from threading import Lock

one_at_a_time = Lock()
"""pdfium has one state for the whole process: two threads in it at once crash the program."""
