"""The command line and an empty graph, for what is tried on Leeds as a person would."""

from cli.conftest import ecosystem, graph  # noqa: F401 - pytest finds fixtures by their names
