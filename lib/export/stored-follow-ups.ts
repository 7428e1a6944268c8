import { z } from "zod";
import { followUpIds, type Exporter, type FollowUpId } from "@/lib/connectors/exporter";
import { followUpStates } from "@/lib/export/export-standing";
import { readWaitsFor } from "@/lib/export/stored-outcome";

const stored = z.array(
  z.object({
    id: z.enum(followUpIds),
    state: z.enum(followUpStates),
    /** So often it was begun and left open. */
    tries: z.number().int(),
    /** When it was written last, as an ISO text. */
    at: z.string(),
    error: z.unknown().transform(readWaitsFor),
  }),
);
/** A follow-up of a booked document, as the column `follow_ups` of its intent holds it. */
export type StoredFollowUp = z.infer<typeof stored>[number];

/** In the order in which they are done; none where the document has none, or its plan is not made yet. */
export function readFollowUps(column: unknown): StoredFollowUp[] {
  return column === null || column === undefined ? [] : stored.parse(column);
}

/** Still to be done, or begun by somebody who never said how it ended. */
export function isOpen({ state }: Pick<StoredFollowUp, "state">): boolean {
  return state === "due" || state === "begun";
}

type Plan = { ids: readonly FollowUpId[]; exporter: Pick<Exporter, "followUps">; before: readonly StoredFollowUp[]; isSameDocument: boolean; now: Date };

/** What is to be done with a document. What may be done only once keeps its end even where another document took the place of the one it was begun with. */
export function planFollowUps({ ids, exporter, before, isSameDocument, now }: Plan): StoredFollowUp[] {
  return ids.map((id) => {
    const known = before.find((one) => one.id === id);
    const isKept = known !== undefined && (isSameDocument || exporter.followUps[id]?.repeat === "once");
    return isKept ? known : { id, state: "due", tries: 0, at: now.toISOString(), error: null };
  });
}

/** The follow-up without which the export is not over and that the vendor refused; undefined: none. */
export function findRefused(followUps: readonly StoredFollowUp[], exporter: Pick<Exporter, "followUps">): StoredFollowUp | undefined {
  return followUps.find(({ id, state }) => state === "failed" && exporter.followUps[id]?.isRequired === true);
}
