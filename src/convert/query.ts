import type { PartCost } from '../backend/cost.js';
import type { SigmaDocument } from '../model/document.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { Segment } from '../source/mapped-text.js';
import type { Basis } from '../store/placement.js';
import type { Settings } from './settings.js';

export type Fidelity = 'exact' | 'approximate' | 'refused';

export interface Query {
  readonly document: SigmaDocument;
  /** A UUID, the same on every run; null if refused. */
  readonly id: string | null;
  /** The title of the rule, with a number where the rule has several queries. */
  readonly name: string | null;
  /** The backend's name. */
  readonly target: string;
  readonly format: string;
  readonly pipelines: readonly string[];
  /** In the chosen format; null if refused. */
  readonly text: string | null;
  /** As `text`, without the format's wrapping. */
  readonly queryText: string | null;
  readonly fidelity: Fidelity;
  /** Whether the source is known to have the fields; null if refused. */
  readonly mapping: Basis | null;
  /** Which documented limits of the target the query breaks; those that refused it, too. */
  readonly limits: readonly Diagnostic[];
  /** Of this query; what reading the rule brought up is in `document.diagnostics`. */
  readonly diagnostics: readonly Diagnostic[];
  /** Which parts of `queryText` came from which place of the rule. */
  readonly segments: readonly Segment[];
  /** The same of `text`. */
  readonly textSegments: readonly Segment[];
  /** What the target pays for each predicate, if that was asked for and is known. */
  readonly costs: readonly PartCost[];
}

export function refusedQuery(
  document: SigmaDocument,
  settings: Settings,
  diagnostics: readonly Diagnostic[],
  limits: readonly Diagnostic[] = [],
): Query {
  return {
    document,
    id: null,
    name: null,
    target: settings.backend.name,
    format: settings.chosenFormat.name,
    pipelines: settings.pipelineNames,
    text: null,
    queryText: null,
    fidelity: 'refused',
    mapping: null,
    limits,
    diagnostics,
    segments: [],
    textSegments: [],
    costs: [],
  };
}
