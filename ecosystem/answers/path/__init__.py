"""How two things are joined: the line upward and the connection, in sentences and step by step."""

from ecosystem.answers.path.answer import path

__all__ = ["path"]
