"""``python -m desktop`` is the same as ``fazhi``."""

import sys

from desktop.cli import main

sys.exit(main())
