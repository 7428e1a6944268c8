/** A term in the notation of PostgreSQL's searches, its quotes doubled. */
export function term(text: string): string {
  return `'${text.replace(/['\\]/g, "$&$&")}'`;
}

/** All of them; there is at least one. */
export function allOf(terms: readonly string[]): string {
  return terms.length === 1 ? terms.join("") : `(${terms.join(" & ")})`;
}

/** One of them at least; there is at least one. */
export function anyOf(terms: readonly string[]): string {
  return terms.length === 1 ? terms.join("") : `(${terms.join(" | ")})`;
}
