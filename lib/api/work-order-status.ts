import { z } from "zod";
import type { WorkOrderStatus } from "@/lib/generated/prisma/enums";

/** How the API writes a status, and OutSmart's own word for it, which is read as well. */
export const apiStatuses = {
  ready: ["Ready", "Klaargezet"],
  retrieved: ["Retrieved", "Opgehaald"],
  complete: ["Complete", "Compleet"],
  handled: ["Handled", "Afgehandeld"],
} as const satisfies Record<WorkOrderStatus, readonly [string, string]>;

const statuses = ["ready", "retrieved", "complete", "handled"] as const satisfies readonly WorkOrderStatus[];

/** The words a status may be given in. */
const statusWords = statuses.flatMap((status) => [...apiStatuses[status]]);

/** A status by either of its words, in capitals or not; undefined when empty. */
export const statusField = () =>
  z
    .string({ error: "status" })
    .meta({ examples: statusWords })
    .nullish()
    .transform((value, context) => {
      const word = value?.trim().toLowerCase() ?? "";
      if (word === "") return undefined;
      const status = statuses.find((one) => apiStatuses[one].some((name) => name.toLowerCase() === word));
      if (status) return status;
      context.addIssue({ code: "custom", message: "status", params: { values: statusWords.join(", ") } });
      return z.NEVER;
    });

/** The code of a work status of the account, as a number or as text; undefined when empty. */
export const workStatusField = () =>
  z
    .union([z.string().meta({ pattern: String.raw`^\s*\d{0,9}\s*$` }), z.int().min(0, "workStatus")], { error: "workStatus" })
    .nullish()
    .transform((value, context) => {
      const written = String(value ?? "").trim();
      if (written === "") return undefined;
      if (/^\d{1,9}$/.test(written)) return Number(written);
      context.addIssue({ code: "custom", message: "workStatus" });
      return z.NEVER;
    });
