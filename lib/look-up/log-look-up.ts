import type { Exchange } from "@/lib/connectors/connector";
import type { Database } from "@/lib/db";
import type { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { createLogEntry } from "@/lib/log/write-log";
import type { Wanted } from "@/lib/look-up/find-wanted";
import type { LookUpAnswer } from "@/lib/look-up/read-answer";

type About = Wanted & { askedBy: string; exchanges: readonly Exchange[] };

const subjectOf = ({ connection, connector, record, askedBy }: About) => ({
  accountId: connection.accountId, connectionId: connection.id, kind: record.kind, recordKey: record.externalId,
  params: { vendor: connector.manifest.name, kind: record.kind, key: record.externalId, person: askedBy },
});

/** What was asked and answered; below the run in which something was written, if it was. */
export async function logAnswer({ prisma }: Database, about: About, { answer, runId }: { answer: LookUpAnswer; runId: string | null }): Promise<void> {
  const { params, ...subject } = subjectOf(about);
  await createLogEntry(prisma, {
    ...subject, runId, parentId: runId, level: "info", operation: "record.looked-up", messageKey: "record.lookedUp", params: { ...params, state: answer.state }, detail: { exchanges: about.exchanges },
  });
}

export async function logFailure(tx: Prisma.TransactionClient, about: About, { code, params: errorParams, detail }: AppError): Promise<void> {
  const { params, ...subject } = subjectOf(about);
  await createLogEntry(tx, {
    ...subject, level: "warning", operation: "record.look-up-failed", messageKey: "record.lookUpFailed", params: { ...params, code }, detail: { exchanges: about.exchanges, error: { code, params: errorParams, detail } },
  });
}
