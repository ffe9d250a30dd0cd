"""Who imports in the tests of the store."""

from datetime import UTC, datetime

import pytest

from ecosystem.store import Entry


@pytest.fixture(scope="session")
def entry() -> Entry:
    """Return an officer, a day and a file."""
    return Entry("an officer", datetime(2024, 3, 6, 9, 30, tzinfo=UTC), ("memberships.csv",))
