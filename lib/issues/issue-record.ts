import { z } from "zod";
import { exportProblemCodes } from "@/lib/connectors/export-problems";
import { recordKinds } from "@/lib/connectors/record-kinds";

/** Of its sentences, and what its remedy leads to. */
const params = z.record(z.string(), z.union([z.string(), z.number()]));
export type IssueParams = z.infer<typeof params>;

/** What an issue concerns. */
export const issueRecordSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("workOrder"),
    id: z.string(),
    number: z.string(),
    /** Its document at the vendor, where there is one. */
    document: z.object({ number: z.string(), url: z.string().nullable() }).nullable(),
    /** What is wrong with it, in the words of `exports.problem`. */
    problem: z.object({ code: z.enum(exportProblemCodes), params }).nullable(),
  }),
  /** A record at the vendor that is not imported. */
  z.object({ type: z.literal("record"), kind: z.enum(recordKinds), key: z.string(), label: z.string() }),
  z.object({ type: z.literal("import"), kind: z.enum(recordKinds) }),
  /** Something the vendor told of. */
  z.object({ type: z.literal("delivery"), event: z.string() }),
]);
export type IssueRecord = z.infer<typeof issueRecordSchema>;
