/** Rows of a file below its headings. */
export const rowLimit = 5_000;
