"""What makes a revision of the graph: an import, a forgetting, a rebuilding, a restored backup.

Each says what must hold and what it writes; `revising` does that in one transaction, `carrying` compares and counts.
"""
