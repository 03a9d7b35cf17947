/** The reader's choices, kept by the browser; storage may be unavailable, and then throws. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`sigmaql-${name}`);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`sigmaql-${name}`, value);
  } catch {
    // Then it holds for this page alone.
  }
}
