"""Times pairs of KQL queries in DuckDB by way of duckdb-kql. Reads JSON of `rows`, `pairs` and `runs`; writes a
list of the least milliseconds of each pair, null where a query does not run."""

import json
import sys
import time

import duckdb_kql
import pyarrow

given = json.load(sys.stdin)
connection = duckdb_kql.connect()
connection.register("given", pyarrow.Table.from_pylist(given["rows"]))
connection.execute("CREATE TABLE DeviceProcessEvents AS SELECT * FROM given")


def timed(query):
    best = None
    for _ in range(given["runs"]):
        start = time.perf_counter()
        try:
            duckdb_kql.query(connection, query).fetchall()
        except Exception:
            return None
        took = (time.perf_counter() - start) * 1000
        best = took if best is None else min(best, took)
    return best


json.dump([[timed(query) for query in pair] for pair in given["pairs"]], sys.stdout)
