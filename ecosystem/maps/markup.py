"""Text made inert before it stands in a page: data as JSON, scripts and styles with the sums that let them run.

>>> inert_json({"name": "</script><!--"})
Markup('{"name":"\\\\u003c/script\\\\u003e\\\\u003c!--"}')
>>> policy(["a()"], ["p{}"]).split("; ")[0]
"default-src 'none'"
"""

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

_ESCAPED = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def inert_json(data: Any) -> Markup:
    """Return data as JSON in ASCII without any character that HTML could read as markup; it parses back equal."""
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"), allow_nan=False)
    return Markup(text.translate(_ESCAPED))  # noqa: S704  nothing in it can be markup any more


def folded(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return rows of the same fields as `usual`, the commonest value of each field, and what is otherwise in each row.

    >>> folded([{"id": 1, "basis": "stated"}, {"id": 2, "basis": "stated"}])
    {'usual': {'id': 1, 'basis': 'stated'}, 'rows': [{}, {'id': 2}]}
    """
    usual = {name: _commonest([row[name] for row in rows]) for name in (rows[0] if rows else ())}
    return {"usual": usual, "rows": [{name: row[name] for name in row if row[name] != usual[name]} for row in rows]}


def _commonest(values: Sequence[Any]) -> Any:
    written = [json.dumps(value) for value in values]
    return values[written.index(Counter(written).most_common(1)[0][0])]


def policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """Return a content security policy that runs exactly these scripts and styles and fetches nothing at all."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(map(_sum, scripts))}",
            f"style-src {' '.join(map(_sum, styles))}",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _sum(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def writable(text: str) -> str:
    r"""Return text that UTF-8 can hold: half a surrogate pair becomes U+FFFD.

    >>> writable("caf\u00e9 \ud800")
    'café �'
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
