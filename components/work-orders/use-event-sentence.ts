import { useTranslations } from "next-intl";
import { assertNever } from "@/lib/assert";
import type { WorkOrderEvent } from "@/lib/work-orders/work-order-events";

/** What happened to a work order, in a sentence. */
export function useEventSentence(): (event: WorkOrderEvent) => string {
  const t = useTranslations("workOrders.event");
  const statuses = useTranslations("workOrders.status");
  const none = useTranslations("workOrders.history")("none");
  return (event) => {
    switch (event.kind) {
      case "created":
        return t("created", { origin: event.origin });
      case "changed":
        return t("changed", { count: event.changes.length });
      case "statusChanged":
        return t("statusChanged", { before: statuses(event.before), after: statuses(event.after) });
      case "workStatusChanged":
        return t("workStatusChanged", { before: event.before ?? none, after: event.after ?? none });
      case "revised":
        return t("revised", { revision: event.revision, documentNumber: event.documentNumber });
      case "askedAnew":
        return t("askedAnew", { vendorName: event.vendorName, documentNumber: event.documentNumber, revision: event.revision });
      case "exported":
        return t("exported", { vendorName: event.vendorName, documentNumber: event.documentNumber });
      case "exportRefused":
        return t("exportRefused", { vendorName: event.vendorName });
      case "customerCreated":
        return t("customerCreated", { vendorName: event.vendorName, debtorNumber: event.debtorNumber });
      case "documentChanged":
        return t("documentChanged", { vendorName: event.vendorName, documentNumber: event.documentNumber, state: event.state });
      default:
        return assertNever(event);
    }
  };
}
