"""Runs KQL over rows of a table `Events`, in DuckDB by way of duckdb-kql.

Each line of input is a JSON object of `columns`, a list of names and types; `rows`, a list of rows; and
`queries`. For each a line of output has a list: of every query the first column of its rows, or
`{"unsupported": …}` or `{"error": …}` where it does not run.
"""

import json
import sys

import duckdb_kql
import pyarrow

TYPES = {
    "string": pyarrow.string(),
    "long": pyarrow.int64(),
    "bool": pyarrow.bool_(),
    # Microseconds since 1970.
    "datetime": pyarrow.timestamp("us"),
}


def values_of(rows, index, kind):
    values = [row[index] for row in rows]
    # Numbers come as text, since JSON has none of 64 bits.
    is_number = kind in ("long", "datetime")
    return [v if v is None or not is_number else int(v) for v in values]


def keep(connection, query):
    try:
        return [number for (number,) in duckdb_kql.query(connection, query).fetchall()]
    except duckdb_kql.KqlUnsupportedError as unsupported:
        return {"unsupported": str(unsupported)}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


for line in sys.stdin:
    job = json.loads(line)
    connection = duckdb_kql.connect()
    table = pyarrow.table(
        [
            pyarrow.array(values_of(job["rows"], index, kind), TYPES[kind])
            for index, (_, kind) in enumerate(job["columns"])
        ],
        names=[name for name, _ in job["columns"]],
    )
    connection.register("given", table)
    connection.execute("CREATE TABLE Events AS SELECT * FROM given")
    print(json.dumps([keep(connection, query) for query in job["queries"]]), flush=True)
    connection.close()
