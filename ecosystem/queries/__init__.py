"""Named questions in Cypher: their headers, the library that ships with the package, and what is checked of them.

>>> library()["who-sits-on"].title
'Who sits on a body, and in which role?'
"""

from ecosystem.queries.header import DAYS, KINDS, Column, Header, Kind, Parameter, read_header
from ecosystem.queries.library import Query, library, library_of, named, read_query
from ecosystem.queries.pasting import pasted
from ecosystem.queries.values import ANY, IN_PYTHON, ON_THE_COMMAND_LINE, Speech, converted, question_in, with_names

__all__ = [
    "ANY", "DAYS", "IN_PYTHON", "KINDS", "ON_THE_COMMAND_LINE", "Column", "Header", "Kind", "Parameter", "Query",
    "Speech", "converted", "library", "library_of", "named", "pasted", "question_in", "read_header", "read_query",
    "with_names",
]  # fmt: skip
