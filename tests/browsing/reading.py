"""The style for Neo4j Browser, read back into its rules."""

import re

from ecosystem.browsing import STYLE

RULES = {
    selector: dict(re.findall(r"^  ([a-z-]+): (.*);$", says, re.MULTILINE))
    for selector, says in re.findall(r"^([\w.]+) \{\n(.*?)^\}\n", STYLE, re.MULTILINE | re.DOTALL)
}
NODES = {selector: says for selector, says in RULES.items() if selector.startswith("node.")}
