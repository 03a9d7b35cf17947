/** sigmaql's library: reads Sigma rules and converts them. Runs in Node and in browsers. */
export { convert, resolveOptions } from './convert/index.js';
export type { ConvertOptions, Fidelity, Query } from './convert/index.js';
export type { DeployCondition, DeployEntry, DeploySettings } from './convert/deployment.js';
export type { Cost, CostClass, PartCost } from './backend/cost.js';
export type { Deployment, DeploymentSetting } from './backend/deployment.js';
export { explain } from './explain.js';
export type { Explanation } from './explain.js';
export { parse } from './model/parse.js';
export type { Parsed, ParseOptions } from './model/parse.js';
export { link } from './model/linking/library.js';
export type { Library } from './model/linking/library.js';
export type { DocumentKind, Heading, References, SigmaDocument } from './model/document.js';
export type { Level } from './model/level.js';
export type { Metadata } from './model/metadata.js';
export { correlate, correlateCondition, fieldIn } from './model/correlation/correlated.js';
export type { Correlated, Member, RuleMember } from './model/correlation/correlated.js';
export type * from './model/correlation/correlation.js';
export type { AnyRule, Filter } from './model/filter.js';
export type { LogSource, Rule } from './model/rule.js';
export type { Name } from './model/name.js';
export type * from './model/detection.js';
export type * from './model/value.js';
export type * from './model/condition/ast.js';
export { modifiers } from './model/modifiers/index.js';
export type { Chain, Modifier } from './model/modifiers/modifier.js';
export type {
  PatternPart,
  Placeholder,
  StringPattern,
  Wildcard,
} from './model/patterns/pattern.js';
export type * from './model/regex/ast.js';
export { codeFrame } from './source/code-frame.js';
export type { CodeFrameOptions } from './source/code-frame.js';
export { toRecord } from './source/diagnostic.js';
export type {
  Diagnostic,
  DiagnosticRecord,
  Edit,
  Fix,
  PlaceRecord,
  RelatedPlace,
  Severity,
} from './source/diagnostic.js';
export type { Finding } from './source/codes.js';
export type { Direction } from './source/direction.js';
export type { Json } from './source/json.js';
export type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from './source/yaml/node.js';
export { positionAt } from './source/span.js';
export type { Position, SourceFile, Span } from './source/span.js';
export { compile } from './match/compile.js';
export type { CompileOptions, Match, Matcher, Missed } from './match/compile.js';
export type { EventValue } from './match/event-value.js';
export type { Shape } from './match/events/view.js';
export { loadSchemas } from './match/schemas.js';
export type { Schemas, StoreSchema } from './match/schemas.js';
export { matchStream } from './match/stream.js';
export type {
  CorrelationMatch,
  StreamMatcher,
  StreamMatches,
  StreamOptions,
} from './match/stream.js';
export type { Because } from './match/because.js';
export type { StoredAs } from './match/stored/asked.js';
export { EventReader } from './match/event-reader.js';
export type { EventRecord, OnRecord } from './match/event-reader.js';
export type { EventPosition, EventScanner } from './match/event-scanner.js';
export type { ForeignFormat } from './match/foreign-format.js';
export { loadPipeline } from './pipeline/load.js';
export type { LoadedPipeline } from './pipeline/load.js';
export { applyPipelines } from './pipeline/apply.js';
export type { ApplyOptions, Processed } from './pipeline/apply.js';
export { finalize } from './pipeline/finalize.js';
export { publishedTables, shippedPipelines } from './pipeline/shipped.js';
export type * from './pipeline/pipeline.js';
export type { StoreName, StoreUser } from './schemas/stores.js';
export type { Candidate } from './store/choice/candidates.js';
export type * from './store/placement.js';
export type { FieldRule, LogSourceEntry, OtherFields, Source } from './store/source.js';
export type { Tables } from './store/tables.js';
export { lower } from './predicate/lower.js';
export type { Lowered } from './predicate/lower.js';
export type { Placeholders } from './model/given-values.js';
export { simplify } from './predicate/simplify/simplify.js';
export type { SimplifyOptions } from './predicate/simplify/simplify.js';
export type * from './predicate/predicate.js';
export { inspect, inspector } from './catalog/inspect/inspect.js';
export type { Inspection, InspectOptions, Inspector } from './catalog/inspect/inspect.js';
export { inspectionRecord } from './catalog/inspect/record.js';
export type { DocumentLink } from './catalog/inspect/links.js';
export type { FilterRecord, InspectionRecord, Placed } from './catalog/inspect/record.js';
export type { Stage } from './catalog/inspect/stages.js';
export type { InspectedPredicate } from './catalog/inspect/predicates.js';
export type { CorpusCount, CorpusLookup, Indicator } from './catalog/inspect/indicators.js';
export type { EventCoverage } from './catalog/inspect/events.js';
export type { AttackTag } from './model/attack/tags.js';
export { attackUrl } from './model/attack/attack.js';
export type { AttackData, AttackKind, AttackObject } from './model/attack/attack.js';
export type { EventData, EventDefinition } from './catalog/data/event-data.js';
export { loadEvents } from './catalog/data/load.js';
export { loadAttack } from './model/attack/load.js';
export type { PredicateKind } from './predicate/kind.js';
export type { Backend, BackendOption, EmitRequest, Report } from './backend/contract.js';
export type { Doc } from './backend/doc.js';
export type * from './backend/format.js';
export type { MappedText, Segment } from './source/mapped-text.js';
