"""Times pairs of KQL queries in DuckDB by way of duckdb-kql. Reads JSON of `rows`, `pairs` and `runs`; writes a
list of pairs of `took`, the least milliseconds, and `hits`; null where a query of a pair does not run."""

import json
import sys
import time

import duckdb_kql
import pyarrow

given = json.load(sys.stdin)
connection = duckdb_kql.connect()
connection.register("given", pyarrow.Table.from_pylist(given["rows"]))
connection.execute("CREATE TABLE DeviceProcessEvents AS SELECT * FROM given")


def run(query):
    start = time.perf_counter()
    hits = len(duckdb_kql.query(connection, query).fetchall())
    return {"took": (time.perf_counter() - start) * 1000, "hits": hits}


def timed(pair):
    try:
        # In turns, so that what else the machine does falls on both.
        runs = [[run(query) for query in pair] for _ in range(given["runs"])]
    except Exception:
        return [None, None]
    return [min(of_query, key=lambda r: r["took"]) for of_query in zip(*runs)]


json.dump([timed(pair) for pair in given["pairs"]], sys.stdout)
