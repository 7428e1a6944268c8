import type { Exchange } from "@/lib/connectors/connector";
import type { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { createLogEntry, type LogInput } from "@/lib/log/write-log";
import type { WebhookConnection } from "@/lib/webhooks/webhook-connection";

type About = Pick<WebhookConnection, "id" | "accountId" | "vendorName">;
type Entry = Pick<LogInput, "level" | "at" | "parentId" | "runId" | "kind" | "recordKey" | "workOrderId" | "remedy"> & {
  /** noun.verb: the operation, and the key of its sentence. */
  event: `webhook.${string}`;
  params?: Record<string, string | number>;
  error?: Pick<AppError, "code" | "params" | "detail"> | null;
  exchanges?: readonly Exchange[];
  /** The delivery it is about, for processing it again. */
  delivery?: { id: string; event: string };
};

/** An entry of the log about a webhook or what it told of. */
export async function logWebhook(tx: Prisma.TransactionClient, { id, accountId, vendorName }: About, { event, params = {}, error = null, exchanges = [], delivery, ...entry }: Entry): Promise<void> {
  await createLogEntry(tx, {
    ...entry,
    accountId,
    connectionId: id,
    operation: event,
    messageKey: event,
    params: { vendor: vendorName, ...params },
    detail: {
      exchanges,
      ...(error ? { error: { code: error.code, params: error.params, detail: error.detail } } : {}),
      ...(delivery ? { delivery } : {}),
    },
  });
}
