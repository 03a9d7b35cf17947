import type { Catalog } from '../catalog.js';
import { bdi, markup } from '../html.js';
import type { Page } from '../layout.js';
import { count, ruleList } from './list.js';

/** Rules that could not be read, and files without a rule, each with the reason. */
export function unreadPage(catalog: Catalog): Page {
  const path = 'unread.html';
  const { index, others } = catalog;
  return {
    path,
    title: 'What could not be read',
    body: markup`<h1>What could not be read</h1>
      <p class="lead">${count(index.unread.length, 'rule')} and ${count(others.length, 'file')}. Each with its reason.</p>
      ${
        index.unread.length > 0 &&
        markup`<section><h2>Rules</h2>${ruleList(
          index.unread,
          catalog,
          path,
          (rule) => markup`<p class="problem">${bdi(rule.path)}: ${bdi(rule.problem!)}</p>`,
        )}</section>`
      }
      ${
        others.length > 0 &&
        markup`<section><h2>Files</h2><ul class="prose">${others.map(
          (file) => markup`<li><bdi class="path">${file.path}</bdi>: ${bdi(file.reason)}</li>`,
        )}</ul></section>`
      }`,
  };
}
