"""Converts files of rules with pySigma as its command does with the pipelines that it has for each target.
Reads one path a line; writes a line of JSON for each: `path`, and by target its one query, if there is one."""

import json
import sys
import warnings

from sigma.backends.elasticsearch import LuceneBackend
from sigma.backends.kusto import KustoBackend
from sigma.backends.splunk import SplunkBackend
from sigma.collection import SigmaCollection
from sigma.pipelines.elasticsearch import ecs_kubernetes, ecs_macos_esf, ecs_windows, ecs_zeek_beats
from sigma.pipelines.microsoftxdr import microsoft_xdr_pipeline
from sigma.pipelines.splunk import splunk_windows_pipeline
from sigma.pipelines.sysmon import sysmon_pipeline

warnings.simplefilter("ignore")

TARGETS = {
    "kql": (KustoBackend, microsoft_xdr_pipeline),
    "splunk": (SplunkBackend, lambda: sysmon_pipeline() + splunk_windows_pipeline()),
    "lucene": (
        LuceneBackend,
        lambda: ecs_windows() + ecs_macos_esf() + ecs_zeek_beats() + ecs_kubernetes(),
    ),
}


def convert(path: str, backend, pipeline) -> str | None:
    try:
        with open(path, encoding="utf-8") as file:
            queries = backend(pipeline()).convert(SigmaCollection.from_yaml(file.read()))
    except Exception:
        return None
    return queries[0] if isinstance(queries, list) and len(queries) == 1 else None


for line in sys.stdin:
    path = line.strip()
    found = {name: convert(path, *target) for name, target in TARGETS.items()}
    print(json.dumps({"path": path, **found}), flush=True)
