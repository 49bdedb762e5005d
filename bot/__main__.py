"""`python -m bot` is the same as `woningscan`."""

import sys

from bot.commands.main import main

if __name__ == "__main__":
    sys.exit(main())
