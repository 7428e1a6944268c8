import type { Difference } from "@/lib/connectors/exporter";

/**
 * What came of asking the vendor for the document of a work order:
 * - `found`: it stands there; `isNew`: otherwise than was known; `differences`: where it is not what was sent, because somebody changed it there
 * - `deleted`: it was a draft and is no longer there
 * - `missing`: it is not there, and nobody can say why: nothing is changed here, and nothing sent again
 */
export type DocumentAnswer = { state: "found"; isNew: boolean; differences: readonly Difference[] } | { state: "deleted" } | { state: "missing" };
