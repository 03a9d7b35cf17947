const TAG = /\{%([-+]?)\s*(raw|endraw)\s*([-+]?)%\}|\{#/g;

/**
 * Puts string literals in place of `{% raw %}` blocks, which the interpreter does not know. One that
 * is never closed is left to it.
 * https://jinja.palletsprojects.com/en/stable/templates/#escaping
 */
export function withoutRaw(template: string): string {
  let made = '';
  let at = 0;
  let open: { readonly start: number; readonly end: number; readonly tag: RegExpExecArray } | null =
    null;
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(template); tag; tag = TAG.exec(template)) {
    const end = tag.index + tag[0].length;
    if (tag[0] === '{#') {
      const close = template.indexOf('#}', end);
      if (!open && close >= 0) TAG.lastIndex = close + 2;
    } else if (tag[2] === 'raw') {
      open ??= { start: tag.index, end, tag };
    } else if (open) {
      let content = template.slice(open.end, tag.index);
      if (open.tag[3] === '-') content = content.trimStart();
      if (tag[1] === '-') content = content.trimEnd();
      const [before, after] = [open.tag[1] === '-' ? '-' : '', tag[3] === '-' ? '-' : ''];
      made += `${template.slice(at, open.start)}{{${before} ${literal(content)} ${after}}}`;
      at = end;
      open = null;
    }
  }
  return made + template.slice(at);
}

function literal(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}"`;
}
