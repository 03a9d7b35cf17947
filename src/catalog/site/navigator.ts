import type { Catalog } from './catalog.js';

/**
 * A layer for the ATT&CK Navigator: the score of a technique is the number of rules that are tagged
 * with it itself; those of its sub-techniques are summed up with it by the Navigator.
 * https://github.com/mitre-attack/attack-navigator/blob/master/layers/spec/v4.5/layerformat.md
 */
export function navigatorLayer({ attackPages, attack, options }: Catalog): string {
  const techniques = [...attackPages]
    .flatMap(([id, { rules }]) => {
      const object = attack.objects.get(id);
      const fits = object && /technique$/.test(object.kind) && !object.retired;
      return fits && rules.length > 0
        ? [{ techniqueID: id, score: rules.length, showSubtechniques: false }]
        : [];
    })
    .sort((a, b) => (a.techniqueID < b.techniqueID ? -1 : 1));
  const layer = {
    name: options.title,
    versions: { attack: /^\d+/.exec(attack.version)?.[0] ?? '', navigator: '5.2.0', layer: '4.5' },
    domain: 'enterprise-attack',
    description: `Rules for each technique of ATT&CK ${attack.version}, by ${options.generator}`,
    sorting: 0,
    layout: {
      layout: 'side',
      showID: true,
      showName: true,
      showAggregateScores: true,
      countUnscored: false,
      aggregateFunction: 'sum',
      expandedSubtechniques: 'none',
    },
    hideDisabled: false,
    techniques,
    gradient: {
      colors: ['#dcebfa', '#0b5cad'],
      minValue: 0,
      maxValue: Math.max(1, ...techniques.map((t) => t.score)),
    },
    legendItems: [],
    selectSubtechniquesWithParent: false,
  };
  return `${JSON.stringify(layer, null, 2)}\n`;
}
