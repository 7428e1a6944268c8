import { z } from "zod";
import { importKinds } from "@/lib/connectors/record-kinds";
import type { WebhookSubject } from "@/lib/connectors/webhooks";

const subjectForm = z.discriminatedUnion("type", [
  z.object({ type: z.literal("record"), kind: z.enum(importKinds), externalId: z.string(), parentId: z.string().exactOptional() }),
  z.object({ type: z.literal("document"), documentId: z.string() }),
  z.object({ type: z.literal("unknown") }),
]);

/** What a stored delivery is about. What an older version wrote otherwise is about nothing. */
export function readSubject(stored: unknown): WebhookSubject {
  const parsed = subjectForm.safeParse(stored);
  return parsed.success ? parsed.data : { type: "unknown" };
}
