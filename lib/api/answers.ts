import { z } from "zod";
import { apiStatuses } from "@/lib/api/work-order-status";
import type { ExportState } from "@/lib/generated/prisma/enums";

/** What the API answers; the same schemas describe it to other programs. */

const status = z.enum([apiStatuses.ready[0], apiStatuses.retrieved[0], apiStatuses.complete[0], apiStatuses.handled[0]]).describe("Ready, Retrieved, Complete, Handled");

/** To a work order that was sent. */
export const postResult = z.object({
  id: z.uuid(),
  WorkorderNo: z.string(),
  Status: status,
  result: z.enum(["created", "updated", "unchanged"]),
});
export type PostResult = z.infer<typeof postResult>;

/** How an export stands, in words that do not change when the inside does. */
export const apiExportStates = {
  pending: "waiting",
  sending: "sending",
  sent: "sending",
  finished: "done",
  rejected: "error",
  uncertain: "uncertain",
  needs_review: "needsReview",
  dismissed: "dismissed",
} as const satisfies Record<ExportState, string>;

const exportStanding = z.object({
  Vendor: z.string().describe("For example cash."),
  State: z.enum(["waiting", "sending", "done", "error", "uncertain", "needsReview", "dismissed"]),
  Number: z.string().nullable().describe("Number of the document at the vendor."),
  Url: z.string().nullable().describe("Where the document can be seen."),
  Revision: z.int().describe("The revision of the work order that was exported."),
});

/** How a work order stands. */
export const workOrderStanding = z.object({
  id: z.uuid(),
  WorkorderNo: z.string(),
  Status: status,
  WorkStatus: z.object({ Code: z.int(), Name: z.string() }).nullable(),
  Revision: z.int().describe("Raised by a change after an export."),
  Exports: z.array(exportStanding).describe("The newest first; none: it was not due for an export yet."),
});
export type WorkOrderStanding = z.infer<typeof workOrderStanding>;

/** What goes wrong: a problem document as of RFC 9457. */
export const problemDocument = z.object({
  type: z.literal("about:blank"),
  title: z.string().describe("What is so, in the language of Accept-Language, else of the account."),
  detail: z.string().describe("What to do."),
  status: z.int(),
  code: z.string().describe("The same in every language, for programs."),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  reference: z.string().optional().describe("For support, where the fault is on this side."),
  errors: z
    .array(z.object({ field: z.string().meta({ examples: ["Materials[2].MaterialQuantity"] }), message: z.string() }))
    .optional()
    .describe("Every wrong field."),
});
