"""What the rules of governance find, as a page: by severity and rule, with what is new, accepted and resolved."""

from ecosystem.answers.audit.catalogue import audit_rules
from ecosystem.answers.audit.page import audit, audit_report, audited

__all__ = ["audit", "audit_report", "audit_rules", "audited"]
