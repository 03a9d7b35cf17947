"""Runs EQL over events, in Elastic's `eql` of PyPI.

Each line of input is a JSON object of a `query` and `events`, a list of objects, each a list of events
`[time, category, fields]` in order of time. For each a line of output has, of every list, the sequences or
events found: lists of the positions of their events. Or `{"error": …}` where the query does not run.
"""

import json
import sys

from eql import Event, PythonEngine
from eql.parser import elasticsearch_syntax, parse_query


def found(query, events):
    results = []
    engine = PythonEngine()
    engine.add_output_hook(lambda output: results.append([e.data["#"] for e in output.events]))
    engine.add_query(query)
    for number, (time, category, fields) in enumerate(events):
        # In units of Windows: a tenth of a microsecond.
        engine.stream_event(Event(category, time * 10_000, {**fields, "#": number}))
    engine.finalize()
    return results


for line in sys.stdin:
    job = json.loads(line)
    try:
        with elasticsearch_syntax:
            query = parse_query(job["query"])
        answer = [found(query, events) for events in job["events"]]
    except Exception as error:
        answer = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer), flush=True)
