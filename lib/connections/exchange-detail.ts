import type { Exchange } from "@/lib/connectors/connector";
import type { Prisma } from "@/lib/generated/prisma/client";

/** Requests in the form in which log entries keep them. */
export function exchangeDetail(exchanges: readonly Exchange[]): Prisma.InputJsonObject[] {
  return exchanges.map((exchange) => ({ ...exchange, startedAt: exchange.startedAt.toISOString() }));
}
