"""Print the table of formats and samples: ``python tests/reading/formats/table.py``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from tests.reading.formats.known import FORMATS, SAMPLES, compare


def main() -> None:
    """Print how every file compares with its sample, as a Markdown table."""
    print("| 格式 | " + " | ".join(SAMPLES) + " |")
    print("|---|" + "---|" * len(SAMPLES))
    for known in FORMATS:
        print(f"| {known.said} | " + " | ".join(str(compare(known, sample)) for sample in SAMPLES) + " |")


if __name__ == "__main__":
    main()
