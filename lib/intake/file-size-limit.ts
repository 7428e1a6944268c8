/** Bytes a file may have: 5,000 rows with long descriptions fit in. */
export const fileSizeLimit = 5 * 1024 * 1024;
