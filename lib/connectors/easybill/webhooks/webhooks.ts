import type { VendorContext } from "@/lib/connectors/connector";
import type { Webhooks } from "@/lib/connectors/webhooks";
import type { EasybillClient } from "../client";
import { fetchDocument } from "./fetch-document";
import { isReachable } from "./public-address";
import { readDelivery } from "./read-delivery";
import { inspectWebhook, registerWebhook, removeWebhook } from "./registration";

/**
 * How EasyBill tells of changes.
 * @param apiUrl where EasyBill stands, asked for when it is needed
 */
export function createEasybillWebhooks(open: (context: VendorContext) => EasybillClient, apiUrl: () => string): Webhooks {
  return {
    accepts: (url) => isReachable(url, apiUrl()),
    register: (context, wanted) => registerWebhook(open(context), wanted),
    inspect: (context, own) => inspectWebhook(open(context), own),
    remove: (context, own) => removeWebhook(open(context), own),
    readDelivery,
    fetchDocument: (context, documentId) => fetchDocument(open(context), documentId),
  };
}
