"""Answers: what is found, shown and asked, as tables that say where they come from and what they leave out."""

from ecosystem.answers.analyses import ALL, ANALYSES, Effort, analyse, analyse_since, analyses, analyses_named
from ecosystem.answers.ask import Runner, ask, catalogue, from_files, from_graph, values_of
from ecosystem.answers.audit import audit, audit_report, audit_rules, audited
from ecosystem.answers.changes import changes
from ecosystem.answers.evidence import OLD_AFTER, evidence, questions, questions_to_fill_in
from ecosystem.answers.find import find
from ecosystem.answers.ground import Ground
from ecosystem.answers.members import has_seats, members
from ecosystem.answers.path import path
from ecosystem.answers.rows import Said
from ecosystem.answers.schema import schema
from ecosystem.answers.show import said_of, show
from ecosystem.answers.twins import TWINS
from ecosystem.answers.whatif import whatif

__all__ = [
    "ALL", "ANALYSES", "OLD_AFTER", "TWINS", "Effort", "Ground", "Runner", "Said", "analyse", "analyse_since",
    "analyses", "analyses_named", "ask", "audit", "audit_report", "audit_rules", "audited", "catalogue", "changes",
    "evidence", "find", "from_files", "from_graph", "has_seats", "members", "path", "questions",
    "questions_to_fill_in", "said_of", "schema", "show", "values_of", "whatif",
]  # fmt: skip
