"""`python -m reader`, and the command `reader`."""

import sys


def main() -> int:
    """Run the command line; without a verb the window opens."""
    from reader.cli.main import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
