/** Something the person at the terminal can mend: shown as its sentence alone, without a stack. */
export class Problem extends Error {
  override readonly name = "Problem";
}

/** The sentence of anything thrown. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The system's code of a failure (`ENOENT`, `EADDRINUSE`, PostgreSQL's `42P01`), if it carries one. */
export function codeOf(error: unknown): string | undefined {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  return undefined;
}
