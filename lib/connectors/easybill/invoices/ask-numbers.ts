/** Bytes of values in one request line: EasyBill takes 4,094 with everything else in it. */
const greatestQuery = 3_000;
/** Most values in one request, so that each of them fits into one page even where several records share a number. */
const greatestCount = 200;

/** Numbers as the values of a filter, in as few requests as fit. A comma inside of a number is escaped, as `X-Easybill-Escape` promises. */
export function joinNumbers(numbers: readonly string[]): string[] {
  const queries: string[][] = [];
  let size = 0;
  for (const number of new Set(numbers)) {
    const written = number.replaceAll("\\", "\\\\").replaceAll(",", "\\,");
    const length = encodeURIComponent(`${written},`).length;
    const last = queries.at(-1);
    if (last === undefined || size + length > greatestQuery || last.length >= greatestCount) {
      queries.push([written]);
      size = length;
    } else {
      last.push(written);
      size += length;
    }
  }
  return queries.map((query) => query.join(","));
}
