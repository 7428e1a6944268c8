import { assertNever } from "@/lib/assert";
import type { WebhookSubject } from "@/lib/connectors/webhooks";

/** Deliveries with an equal key are about the same thing, which is then fetched once. */
export function subjectKey(subject: WebhookSubject): string {
  switch (subject.type) {
    case "record":
      return `record ${subject.kind} ${subject.parentId ?? ""} ${subject.externalId}`;
    case "document":
      return `document ${subject.documentId}`;
    case "unknown":
      return "unknown";
    default:
      return assertNever(subject);
  }
}
