"""Converts rules through pipelines with pySigma. Reads one JSON object of `pipelines` and `rules`, each
path to text, and writes one line for each pair: `pipeline`, `rule`, and `queries` or `error`."""

import json
import sys
import warnings
from pathlib import Path

from sigma.backends.splunk import SplunkBackend
from sigma.collection import SigmaCollection
from sigma.exceptions import SigmaRuleLocation
from sigma.processing.pipeline import ProcessingPipeline

warnings.simplefilter("ignore")


def main() -> None:
    given = json.load(sys.stdin)
    for pipeline_path, pipeline_text in given["pipelines"].items():
        try:
            ProcessingPipeline.from_yaml(pipeline_text)
        except Exception as error:  # whatever it refuses with
            write(pipeline=pipeline_path, rule=None, error=describe(error))
            continue
        for rule_path, rule_text in given["rules"].items():
            try:
                # What a pipeline sets must not reach the next rule.
                pipeline = ProcessingPipeline.from_yaml(pipeline_text)
                rules = SigmaCollection.from_yaml(rule_text)
                for rule in rules:
                    rule.source = SigmaRuleLocation(Path(rule_path))
                queries = SplunkBackend(pipeline).convert(rules)
                if not isinstance(queries, list):
                    queries = [queries]
                queries = [q if isinstance(q, str) else json.dumps(q) for q in queries]
                write(pipeline=pipeline_path, rule=rule_path, queries=queries)
            except Exception as error:
                write(pipeline=pipeline_path, rule=rule_path, error=describe(error))


def describe(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0]


def write(**fields: object) -> None:
    print(json.dumps(fields))


main()
