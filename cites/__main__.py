"""`python -m cites` is `cites`."""

import sys

from cites.cli import main

if __name__ == "__main__":
    sys.exit(main())
