"""What would be otherwise if bodies merged, ended or were split, or a line were another one: before and after."""

from ecosystem.answers.whatif.report import whatif

__all__ = ["whatif"]
