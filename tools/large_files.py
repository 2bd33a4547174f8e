"""Refuse a commit of files above one megabyte; the names come as arguments."""

import sys
from pathlib import Path

LIMIT = 1_000_000

if __name__ == "__main__":
    large = [name for name in sys.argv[1:] if Path(name).stat().st_size > LIMIT]
    print(*(f"{name}: more than {LIMIT:,} bytes" for name in large), sep="\n", end="")
    sys.exit(bool(large))
