r"""Hostile strings by their numbers: the text, where it is put, and what must come of it.

A number may have several forms. Each kind is tried by one module beside this one. In the text of a query, `<file>` is
the address of a canary file, `<path>` its path, `<port>` a port on which nobody may knock.
"""

from dataclasses import dataclass

ANSWERED, USAGE, UNREACHABLE, REFUSED = 0, 2, 4, 6
"""The exit codes expected."""

VALUE = "put in each id, name, reference, date and filter: stored and found verbatim, or not found"
IDENTIFIER = "put where a parameter, relation, column or label is named: a problem, or a name like any other"
QUERY = "asked of the read-only console: ends with the exit code, and nothing was touched"
PAGE = "put in each text of a map: `tests/maps/hostile.py`"
CELL = "answered, as a value and as a name of a column: no cell of a CSV begins so that a spreadsheet runs it"
PATH = "named as a file to read or write"
SECRET = "looked for in everything that is said"
KINDS = (VALUE, IDENTIFIER, QUERY, PAGE, CELL, PATH, SECRET)


@dataclass(frozen=True, slots=True)
class Payload:
    """A hostile string: its number, where it is put, its forms, and the exit code of the queries among them."""

    number: int
    kind: str
    forms: tuple[str, ...]
    code: int = ANSWERED


def _each(kind: str, first: int, *texts: str) -> tuple[Payload, ...]:
    return tuple(Payload(number, kind, (text,)) for number, text in enumerate(texts, start=first))


def _query(number: int, *forms: str, code: int = REFUSED) -> Payload:
    return Payload(number, QUERY, forms, code)


_LOAD = "LOAD CSV FROM '<address>' AS line RETURN line"


def _load(address: str) -> str:
    return _LOAD.replace("<address>", address)


VALUES = _each(
    VALUE,
    1,
    "' OR 1=1 //",
    '"}) DETACH DELETE n //',
    "Robby' WITH true as x MATCH (s) DETACH DELETE s; //",
    "}) RETURN 1 UNION MATCH (n) RETURN n //",
    "`) DELETE n //",
    "\\u0027 DELETE",
    "\\\\'",
    "$param",
    "/*",
    ";CALL db.labels()",
    "\nMATCH (n) DETACH DELETE n",
    "toString(1)",
)

IDENTIFIERS = _each(
    IDENTIFIER,
    13,
    "X`:Y",
    "X) DETACH DELETE (m",
    "Person|Org",
    "$($x)",
    "``",
    "",
    "X" * 5_000,
    "\\u0060",
    "id} SET n.x=1 //",
    "Dataset",
)

QUERIES = (
    _query(
        23,
        "CREATE (n)",
        "CREATE (n:Board {id: 'made'}) RETURN n",
        "MATCH (a:Board) CREATE (a)-[:MEMBER_OF]->(a)",
        "INSERT (:Board {id: 'made'})",
        "MATCH (a:Board) RETURN a.id AS id UNION ALL CREATE (n) RETURN 'made' AS id",
    ),
    _query(24, "MERGE (n:Board {id: 'made'})", "MERGE (n:Board {id: 'x'}) ON CREATE SET n.name = 'made' RETURN n"),
    _query(
        25,
        "MATCH (n) SET n.name = 'made'",
        "MATCH (n) SET n:Made",
        "MATCH (n) SET n += {name: 'made'}",
        "MATCH (n) SET n = {}",
        "MATCH (n) SET n['name'] = 'made'",
        "MATCH (n) SET n:$('Made')",
        "MATCH ()-[r]->() SET r.role = 'chair' RETURN count(r)",
    ),
    _query(26, "MATCH (n) REMOVE n.name", "MATCH (n) REMOVE n:Board", "MATCH (n) REMOVE n['name']"),
    _query(
        27,
        "MATCH ()-[r]->() DELETE r",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n) NODETACH DELETE n",
        "MATCH p = ()-->() DELETE p",
        "match (n)\ndetach\tdelete n",
    ),
    _query(28, "FOREACH (x IN [1] | CREATE (n))", "MATCH (n) FOREACH (x IN [n] | SET x.name = 'made')"),
    _query(
        29,
        "CALL { CREATE (n) }",
        "CALL () { CREATE (n) RETURN n } RETURN n",
        "MATCH (n) CALL (n) { DETACH DELETE n }",
        "MATCH (b:Board) CALL { WITH b SET b.name = 'made' RETURN 1 AS one } RETURN one",
    ),
    _query(
        30,
        "CALL { CREATE (n) } IN TRANSACTIONS",
        "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1 ROW",
        "MATCH (n) CALL (n) { DETACH DELETE n } IN 2 CONCURRENT TRANSACTIONS OF 1 ROW ON ERROR CONTINUE",
        "UNWIND [1] AS x CALL (x) { RETURN x AS y } IN TRANSACTIONS RETURN y",
    ),
    _query(
        31,
        "CREATE INDEX made FOR (n:Board) ON n.name",
        "CREATE TEXT INDEX made FOR (n:Board) ON n.name",
        "CREATE FULLTEXT INDEX made FOR (n:Board) ON EACH [n.name]",
        "DROP INDEX names",
        "DROP INDEX names IF EXISTS",
    ),
    _query(
        32,
        "CREATE CONSTRAINT made FOR (n:Board) REQUIRE n.name IS UNIQUE",
        "DROP CONSTRAINT entity_id",
        "DROP CONSTRAINT made IF EXISTS",
    ),
    _query(33, "CALL db.createLabel('Made')", "CALL db.createRelationshipType('MADE')"),
    _query(34, "CALL db.createProperty('made')"),
    _query(
        35,
        "CREATE USER made SET PASSWORD 'made-up-word'",
        "DROP USER neo4j",
        "RENAME USER neo4j TO made",
        "CREATE OR REPLACE USER neo4j SET PASSWORD 'made-up-word'",
        "CREATE DATABASE made",
        "STOP DATABASE neo4j",
        "CREATE ALIAS made FOR DATABASE neo4j",
        "GRANT ROLE admin TO neo4j",
        "ALTER DATABASE neo4j SET ACCESS READ ONLY",
    ),
    _query(
        36,
        "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'made-up-word'",
        "ALTER USER neo4j SET PASSWORD 'made-up-word'",
        "ALTER USER neo4j SET STATUS SUSPENDED",
        "CALL dbms.security.changePassword('made-up-word')",
    ),
    _query(37, _load("file:///etc/passwd"), _load("<file>"), "LOAD CSV WITH HEADERS FROM '<file>' AS line RETURN line"),
    _query(38, _load("file:///../../../../../../etc/passwd"), _load("file://localhost<path>")),
    _query(39, _load("http://127.0.0.1:<port>/canary"), _load("http://localhost:<port>/canary")),
    _query(40, _load("http://[::1]:<port>/canary"), _load("http://[::ffff:127.0.0.1]:<port>/canary")),
    _query(41, _load("ftp://127.0.0.1:<port>/canary"), _load("jar:http://127.0.0.1:<port>/canary.jar!/x")),
    _query(42, "LOAD CSV WITH HEADERS FROM $u AS line RETURN line", "LOAD CSV FROM 'http://' + $u AS line RETURN line"),
    _query(
        43,
        "CALL { LOAD CSV FROM '<file>' AS line RETURN line } RETURN line",
        "MATCH (b:Board) CALL (b) { LOAD CSV FROM '<file>' AS line RETURN line } RETURN line",
        "CALL { CALL { LOAD CSV FROM '<file>' AS line RETURN line } RETURN line } RETURN line",
    ),
    _query(
        44,
        "RETURN 1 AS line UNION LOAD CSV FROM 'http://127.0.0.1:<port>' AS line RETURN line",
        "LOAD CSV FROM '<file>' AS line RETURN line UNION ALL RETURN [] AS line",
    ),
    _query(
        45,
        "MATCH (n) WHERE EXISTS { LOAD CSV FROM '<file>' AS line RETURN line } RETURN n",
        "RETURN COLLECT { LOAD CSV FROM '<file>' AS line RETURN line } AS lines",
        "RETURN COUNT { LOAD CSV FROM '<file>' AS line RETURN line } AS lines",
    ),
    _query(
        46,
        "CALL apoc.load.json('<file>')",
        "CALL `apoc`.`load`.`json`('<file>')",
        "CALL `apoc.load.json`('<file>')",
        "RETURN apoc.cypher.runFirstColumnSingle('CREATE (n)', {})",
        "RETURN `apoc.cypher.runFirstColumnSingle`('CREATE (n)', {})",
        "RETURN apoc /**/ . cypher . runFirstColumnSingle ('CREATE (n)', {})",
        "RETURN \\u0061poc.cypher.runFirstColumnSingle('CREATE (n)', {})",
        "RETURN genai.vector.encode('x', 'OpenAI', {token: 'x', endpoint: 'http://127.0.0.1:<port>'})",
        "RETURN 1 AS a //\r, apoc.cypher.runFirstColumnSingle('CREATE (n)', {}) AS b",
        "RETURN 1 AS a //\\u000d, apoc.cypher.runFirstColumnSingle('CREATE (n)', {}) AS b",
        "RETURN 1 AS `\\\\u0060`, 'a\\u0027 + apoc.text.join([], 'x') + \\u0027b' AS `c`",
        "CALL`apoc`.`load`.`json`('<file>')",
    ),
    _query(
        47,
        "SHOW USERS",
        "SHOW SETTINGS",
        "SHOW TRANSACTIONS",
        "SHOW PROCEDURES",
        "SHOW FUNCTIONS YIELD name RETURN name",
        "SHOW DATABASES",
        "SHOW CURRENT USER",
        "SHOW INDEXES",
        "SHOW CONSTRAINTS",
    ),
    _query(
        48, "TERMINATE TRANSACTIONS 'neo4j-transaction-1'", "TERMINATE TRANSACTION 'a' YIELD message RETURN message"
    ),
    _query(
        49,
        "CALL dbms.components()",
        "CALL dbms.listConfig()",
        "CALL dbms.listConfig YIELD name, value RETURN name, value",
        "CALL dbms.queryJmx('java.lang:type=Runtime')",
        "CALL dbms.killConnection('bolt-1')",
        "CALL tx.setMetaData({made: 1})",
    ),
    _query(
        50,
        "CALL db.clearQueryCaches()",
        "CALL db.clearQueryCaches",
        "CALL db.prepareForReplanning()",
        "CALL db.awaitIndexes(1)",
        "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()",
    ),
    _query(
        51,
        "USE system SHOW USERS",
        "USE system MATCH (n) RETURN n",
        "USE graph.byName('system') MATCH (n) RETURN n",
        "/**/ use neo4j RETURN 1",
        "//\rUSE system SHOW USERS",
        "CYPHER CYPHER 5 USE neo4j RETURN 1",
        "USE`neo4j` RETURN 1",
        "USE(neo4j) RETURN 1",
        "\\u0055SE neo4j RETURN 1",
        "CALL () { USE neo4j RETURN 1 AS x } RETURN x",
        "UNWIND [1] AS b CALL { WITH b USE neo4j RETURN 1 AS x } RETURN x",
        "RETURN 1 AS x UNION ALL USE neo4j RETURN 2 AS x",
        "RETURN EXISTS { USE neo4j MATCH (n) RETURN n } AS x",
    ),
    _query(52, "CYPHER runtime=slotted CREATE (n)", "CYPHER 5 planner=cost MATCH (n) DETACH DELETE n"),
    _query(
        53,
        "PROFILE CREATE (n)",
        "PROFILE MATCH (n) DETACH DELETE n",
        "EXPLAIN CREATE (n)",
        "PROFILE LOAD CSV FROM '<file>' AS line RETURN line",
        "CYPHER 5 runtime=slotted PROFILE CREATE (n)",
        "PROFILE MATCH (n) RETURN n",
        "EXPLAIN MATCH (n) RETURN n",
        "//\rEXPLAIN RETURN 1",
        "CYPHER CYPHER EXPLAIN RETURN 1",
        "CYPHER 5 CYPHER 5 EXPLAIN RETURN 1",
        "\\u0045XPLAIN RETURN 1",
        "\\uuu0045XPLAIN RETURN 1",
        "EXPLAIN/**/RETURN 1",
    ),
    _query(54, "CR/**/EATE (n)", "MATCH (n) DET/* */ACH DELETE n", code=USAGE),
    _query(55, "MATCH (n) \\u0044ETACH DELETE n", "MATCH (n) \\u0053ET n.name = 'made'"),
    _query(55, "\\u0043REATE (n)", "\\uuu0043REATE (n)", code=USAGE),
    _query(
        56,
        "RETURN 1; CREATE (n)",
        "MATCH (n) RETURN n; MATCH (n) DETACH DELETE n;",
        "RETURN 1;;CREATE (n)",
        "RETURN 1 // ;\n; CREATE (n)",
        code=USAGE,
    ),
    _query(57, "UNWIND range(1, 10000000000) AS x WITH x WHERE x < 0 RETURN x", code=UNREACHABLE),
    _query(
        58,
        "UNWIND range(1, 100000000) AS x WITH collect(x) AS xs RETURN size(xs)",
        "UNWIND range(1, 100000000) AS x RETURN x ORDER BY x DESC",
    ),
    _query(59, "UNWIND range(1, 2000000) AS x RETURN x", code=ANSWERED),
    _query(60, "RETURN '" + "x" * 100_000 + "'", "RETURN 1" + "+1" * 50_000, "RETURN 1 //" + " " * 100_000),
    _query(
        61,
        "RETURN " + "(" * 1_000 + "1" + ")" * 1_000,
        "RETURN " + "[" * 3_000 + "1" + "]" * 3_000,
        "RETURN " + r"\u0028" * 1_000 + "1" + ")" * 1_000,
        "RETURN 1" + "+1" * 5_000,
        "RETURN " + "NOT " * 500 + "true",
        "RETURN 1 AS a //\r, " + "NOT " * 500 + "true AS b",
        "MATCH (n) WHERE n.a = 1" + " XOR n.b = 2" * 24 + " RETURN n",
        "RETURN true" + " xOr/**/false" * 24 + " AS x",
        "RETURN true" + r" \u0058OR false" * 24 + " AS x",
        "RETURN " + "COLLECT { RETURN " * 19 + "1" + "}" * 19 + " AS x",
        "MATCH (n) WHERE " + "EXISTS { MATCH (n) WHERE " * 50 + "true" + "}" * 50 + " RETURN n",
    ),
    _query(62, "// RETURN 1", "/* RETURN 1 */", "//\n", code=USAGE),
    _query(62, "RETURN $missing", "MATCH (n) WHERE n.id = $`missing` RETURN n", code=USAGE),
)

PAGES = tuple(Payload(number, PAGE, ()) for number in range(63, 84))

CELLS = (
    *_each(
        CELL,
        84,
        "=1+1",
        "+1+1",
        "-1-1",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "\0=1",
        "＝1",
        "=cmd|' /C calc'!A0",
        '=HYPERLINK("http://127.0.0.1/","x")',
        '";=1',
        "'=1",
        " =1",
        "\n=1",
    ),
    Payload(94, CELL, (";=1", "1;=1", "a;\t@SUM(1)")),
)

PATHS = (
    Payload(98, PATH, ("../../x",)),
    Payload(99, PATH, ("<folder>/outside",)),
    Payload(100, PATH, ("link",)),
    Payload(101, PATH, ("a\0b",)),
    Payload(102, PATH, ("CON", "nul")),
    Payload(103, PATH, ("~/x", "~root/x")),
)

SECRETS = tuple(Payload(number, SECRET, ()) for number in range(104, 111))

PAYLOADS = (*VALUES, *IDENTIFIERS, *QUERIES, *PAGES, *CELLS, *PATHS, *SECRETS)

ELSEWHERE = {
    105: ("store/test_settings.py", "test_a_login_in_the_address_is_refused_without_repeating_it"),
    106: ("server/test_state.py", "test_only_the_owner_may_enter_the_folder_and_read_its_files"),
    107: ("server/test_server.py", "test_it_listens_on_this_computer_only"),
    108: ("server/test_server.py", "test_only_the_password_opens_it"),
    109: ("tables/test_reader.py", "test_no_value_of_a_person_is_ever_repeated"),
    110: ("store/test_forgetting.py", "test_a_forgotten_person_is_nowhere_and_the_rest_is_as_it_was"),
}
"""Numbers that another module tries: which, and in which test."""
