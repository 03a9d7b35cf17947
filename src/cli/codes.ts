import { defineCodes } from '../source/codes.js';

/** The codes of the command itself: its configuration and its inputs. */
export const codes = defineCodes({
  'unknown-setting': {
    severity: 'error',
    message: "There is no setting '{name}'. {hint}",
    since: '0.1.0',
  },
  'config-not-a-map': {
    severity: 'error',
    message: 'The configuration must be a map of settings.',
    since: '0.1.0',
  },
  'setting-type': {
    severity: 'error',
    message: '`{name}` must be {expected}.',
    since: '0.1.0',
  },
  'config-untrusted': {
    severity: 'error',
    message:
      'This configuration file was found automatically, so it may not {action}. If you trust it, pass --trust-config, or name the file with --config.',
    since: '0.1.0',
  },
  'file-not-found': {
    severity: 'error',
    message: 'There is no such file or folder.{hint}',
    since: '0.1.0',
  },
  'no-match': {
    severity: 'error',
    message: 'No file matches this pattern.',
    since: '0.1.0',
  },
  'empty-folder': {
    severity: 'error',
    message: 'This folder contains no {wanted}.',
    since: '0.1.0',
  },
  'no-filter': {
    severity: 'warning',
    message:
      'No filter is in this file or folder. Name one that has a filter, or leave out the flag.',
    since: '0.1.0',
  },
  'no-events': {
    severity: 'error',
    message: 'No event was found in this file{others}.',
    since: '0.1.0',
  },
  unreadable: {
    severity: 'error',
    message: 'This cannot be read ({reason}).',
    since: '0.1.0',
  },
  'not-permitted': {
    severity: 'error',
    message: 'You have no permission to read this. Change its permissions.',
    since: '0.1.0',
  },
  'file-name': {
    severity: 'error',
    message: 'The name of this file or folder is not UTF-8, so it was not read. Rename it.',
    since: '0.1.0',
  },
  'broken-link': {
    severity: 'error',
    message: 'This link leads to no file or folder. Correct it, or remove it.',
    since: '0.1.0',
  },
  'not-a-file': {
    severity: 'error',
    message: 'This is {kind}, not a regular file. It was not read.',
    since: '0.1.0',
  },
  'link-outside': {
    severity: 'error',
    message:
      'This link points outside the folder, so it was not followed. To read the file, name it explicitly.',
    since: '0.1.0',
  },
  'folder-link-outside': {
    severity: 'warning',
    message:
      'This link points to a folder elsewhere, so it was not followed. To read its files, name it explicitly.',
    since: '0.1.0',
  },
  'folder-loop': {
    severity: 'warning',
    message: 'This link points back to one of its parent folders, so it was not followed.',
    since: '0.1.0',
  },
  'file-failed': {
    severity: 'error',
    message: 'Reading this file failed ({reason}). The others were read.',
    since: '0.1.0',
  },
  'jobs-with-correlations': {
    severity: 'note',
    message:
      'The rules include correlations, which count events in their order, so all events are matched on one thread.',
    since: '0.1.0',
  },
  'rule-matched': {
    severity: 'warning',
    message: 'The rule {rule} matches this event.',
    since: '0.1.0',
  },
  'output-stale': {
    severity: 'warning',
    message:
      'No query was made for this file in this run, so it is what an earlier run wrote. Fix the rule, or remove the file.',
    since: '0.1.0',
  },
  'test-without-rule': {
    severity: 'error',
    message:
      'No rule is beside this file of tests, so they were not run. Name it after its rule, as `rule.test.yml` is for `rule.yml`, or remove it.',
    since: '0.1.0',
  },
  'test-file-not-found': {
    severity: 'error',
    message:
      'There is no regular file {path} below a folder of this rule. Correct the path; links to elsewhere are not followed.',
    since: '0.1.0',
  },
  'test-not-a-map': {
    severity: 'error',
    message: 'A file of tests must be a map, with `match` and `no_match`. Correct it.',
    since: '0.1.0',
  },
  'test-setting': {
    severity: 'error',
    message: '`{name}` must be {expected}.',
    since: '0.1.0',
  },
  'event-file-gzip': {
    severity: 'error',
    message:
      'This file is damaged or was cut off: gzip cannot unpack it to its end. Events up to there were read.',
    since: '0.1.0',
  },
  'published-edited': {
    severity: 'error',
    message:
      'This file was changed by hand since it was published, so it is left as it is. Move the change into the rule or the settings, or use --force.',
    since: '0.1.0',
  },
  'published-target-left': {
    severity: 'warning',
    message:
      'This folder holds {held} for {target}, which this run is not for, so they are removed. Name that target too to keep them, or publish each target to a separate folder.',
    since: '0.1.0',
  },
  'output-edited': {
    severity: 'warning',
    message:
      'Its rule is gone, but this file was changed since it was written, so it was not removed.',
    since: '0.1.0',
  },
  'output-failed': {
    severity: 'error',
    message:
      'The output cannot be written ({reason}). No file is half written; run the command again to write the rest.',
    since: '0.1.0',
  },
  'config-documents': {
    severity: 'error',
    message: 'A configuration must be a single YAML document. Remove the others.',
    since: '0.1.0',
  },
  'rule-not-read': {
    severity: 'warning',
    message: '{problem}',
    since: '0.1.0',
  },
  'no-rule': {
    severity: 'note',
    message: '{reason}',
    since: '0.1.0',
  },
});
