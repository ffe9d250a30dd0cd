"""The governance graph of a city's health and care partnership: sourced, dated, asked in Cypher, drawn as a map."""

__version__ = "0.1.0"
