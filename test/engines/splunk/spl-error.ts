export class SplError extends Error {
  constructor(what: string, text: string, at: number) {
    super(`${what}: ${text.slice(Math.max(0, at - 40), at)}⟨here⟩${text.slice(at, at + 40)}`);
  }
}

export function isControl(c: string): boolean {
  return c < ' ' || c === '\u007f';
}
