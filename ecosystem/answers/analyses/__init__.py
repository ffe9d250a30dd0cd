"""Governance analyses: each a question of a leader, measured and told in words that can be checked."""
