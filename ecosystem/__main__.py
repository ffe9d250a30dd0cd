"""The command `ecosystem`, also `python -m ecosystem`."""

import os
import signal
import sys
import time
from threading import Event, Thread
from types import FrameType
from typing import NoReturn

INTERRUPTED = 130
SAID = b"Interrupted.\n"
LAST_SECONDS = 3.0
"""How long what was interrupted may take to end: a library may wait for a lock that the interruption left taken."""


def main() -> None:
    """Run the command line; Ctrl-C, or being told to end, ends it quietly also while it is being imported."""
    told = Event()
    _end_when(told)
    try:
        from ecosystem.cli import main as command  # noqa: PLC0415 - importing takes most of a short command's time

        command()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except SystemExit as end:
        if told.is_set() and end.code not in {0, INTERRUPTED}:  # a library took the interruption for a failure
            os.write(2, SAID)
            sys.exit(INTERRUPTED)
        raise


def _end_when(told: Event) -> None:
    def interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
        told.set()
        raise KeyboardInterrupt

    def end_at_last() -> None:
        told.wait()
        time.sleep(LAST_SECONDS)
        os.write(2, SAID)
        os._exit(INTERRUPTED)

    Thread(target=end_at_last, daemon=True).start()
    for each in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(each) is not signal.SIG_IGN:
            signal.signal(each, interrupt)


if __name__ == "__main__":
    main()
