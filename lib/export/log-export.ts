import type { Exchange } from "@/lib/connectors/connector";
import type { FollowUpId } from "@/lib/connectors/exporter";
import type { ExportProblem } from "@/lib/connectors/export-problems";
import type { AppError } from "@/lib/errors";
import type { ExportConnection } from "@/lib/export/export-connection";
import { createLogEntry } from "@/lib/log/write-log";
import type { Prisma } from "@/lib/generated/prisma/client";

type About = { connection: ExportConnection; workOrder: { id: string; number: string }; at: Date; exchanges?: readonly Exchange[] };

/** How many exchanges with the vendor an entry keeps: how it began and how it ended. */
const EXCHANGES = 20;
export const keptExchanges = (exchanges: readonly Exchange[] = []) =>
  exchanges.length <= EXCHANGES ? exchanges : [...exchanges.slice(0, EXCHANGES / 2), ...exchanges.slice(-EXCHANGES / 2)];

const basics = ({ connection, workOrder, at }: About) => ({
  accountId: connection.accountId,
  connectionId: connection.id,
  workOrderId: workOrder.id,
  at,
});

/** The document is at the vendor. */
export async function logFinished(tx: Prisma.TransactionClient, about: About, document: { number: string; administration: string }): Promise<void> {
  const params = { workOrder: about.workOrder.number, vendor: about.connection.vendorName, ...document };
  await createLogEntry(tx, { ...basics(about), level: "success", operation: "export.finished", messageKey: "export.finished", params, detail: { exchanges: keptExchanges(about.exchanges) } });
}

/** Refused, invalid, or unclear: the sentence is that of its first problem. `isAsked`: a person is to decide about documents found. */
export async function logProblems(tx: Prisma.TransactionClient, about: About, problems: readonly ExportProblem[], { isAsked }: { isAsked: boolean }): Promise<void> {
  const [first] = problems;
  const params = { workOrder: about.workOrder.number, vendor: about.connection.vendorName, ...first?.params };
  const key = first ? `exports.problem.${first.code}` : "export.failed";
  await createLogEntry(tx, {
    ...basics(about),
    // Either needs a person.
    level: "error",
    operation: isAsked ? "export.asked" : "export.refused",
    messageKey: first ? `${key}.message` : key,
    params,
    remedy: first ? `${key}.remedy` : null,
    detail: { problems, exchanges: keptExchanges(about.exchanges) },
  });
}

/** It could not be sent, or its outcome is not known; what happens next happens by itself. */
export async function logWaiting(tx: Prisma.TransactionClient, about: About, error: AppError, { isUncertain }: { isUncertain: boolean }): Promise<void> {
  const operation = isUncertain ? "export.uncertain" : "export.waits";
  await createLogEntry(tx, {
    ...basics(about),
    level: error.kind === "config" ? "error" : "warning",
    operation,
    messageKey: operation,
    params: { workOrder: about.workOrder.number, vendor: about.connection.vendorName },
    detail: {
      error: { code: error.code, params: error.params, detail: error.detail, cause: error.cause instanceof Error ? error.cause.message : undefined },
      exchanges: keptExchanges(about.exchanges),
    },
  });
}

type FollowUpEnd = { followUp: FollowUpId; state: "waiting" | "failed" | "uncertain"; isRequired: boolean };

/** What follows a booking could not be done: for the moment, not at all, or nobody knows. */
export async function logFollowUp(tx: Prisma.TransactionClient, about: About, { followUp, state, isRequired }: FollowUpEnd, error: AppError | null): Promise<void> {
  const written = { waiting: "export.followUpWaits", failed: "export.followUpFailed", uncertain: "export.followUpUncertain" } as const;
  await createLogEntry(tx, {
    ...basics(about),
    level: state === "failed" && isRequired ? "error" : "warning",
    operation: written[state],
    messageKey: written[state],
    params: { workOrder: about.workOrder.number, vendor: about.connection.vendorName, followUp },
    remedy: state === "waiting" ? null : `exports.followUp.remedy.${followUp}`,
    detail: {
      ...(error ? { error: { code: error.code, params: error.params, detail: error.detail } } : {}),
      exchanges: keptExchanges(about.exchanges),
    },
  });
}

/** A document of ours that stands at the vendor twice: removed, or, where that must not be, left for a person. */
export async function logDuplicate(tx: Prisma.TransactionClient, about: About, { number, isDiscarded }: { number: string; isDiscarded: boolean }): Promise<void> {
  const key = isDiscarded ? "export.duplicateDiscarded" : "export.duplicateStays";
  await createLogEntry(tx, {
    ...basics(about),
    level: isDiscarded ? "info" : "error",
    operation: key,
    messageKey: key,
    params: { workOrder: about.workOrder.number, vendor: about.connection.vendorName, number },
    remedy: isDiscarded ? null : "removeSecond",
    detail: { exchanges: keptExchanges(about.exchanges) },
  });
}

/** A relation or article was created for an export. */
export async function logCreated(tx: Prisma.TransactionClient, about: About, record: { kind: "relation" | "article"; key: string; name: string }): Promise<void> {
  const params = { workOrder: about.workOrder.number, vendor: about.connection.vendorName, ...record };
  await createLogEntry(tx, { ...basics(about), level: "success", operation: "export.created", messageKey: "export.created", params, detail: { exchanges: keptExchanges(about.exchanges) } });
}
