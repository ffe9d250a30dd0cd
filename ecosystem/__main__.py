"""The command `ecosystem`, also `python -m ecosystem`."""

import signal
import sys


def main() -> None:
    """Run the command line; Ctrl-C, or being told to end, ends it quietly also while it is being imported."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        from ecosystem.cli import main as command  # noqa: PLC0415 - importing takes most of a short command's time

        command()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
