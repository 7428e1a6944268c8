import { z } from "zod";
import type { IssueSeverity, IssueState } from "@/lib/generated/prisma/enums";
import type { Prisma } from "@/lib/generated/prisma/client";
import { issueCauses, type IssueCause } from "@/lib/issues/causes";
import { issueRecordSchema, type IssueParams, type IssueRecord } from "@/lib/issues/issue-record";

/** An issue as pages show it. Moments are ISO texts (UTC). */
export type IssueRow = {
  id: string;
  connectionId: string;
  vendor: string;
  cause: IssueCause;
  subject: string;
  severity: IssueSeverity;
  state: IssueState;
  firstAt: string;
  lastAt: string;
  times: number;
  params: IssueParams;
  /** The first ones; `recordCount` says how many there are. */
  records: IssueRecord[];
  recordCount: number;
  /** `endsAt` null: until it is resolved. Null: nobody has muted it, or the mute is over. */
  mute: { at: string; by: string | null; endsAt: string | null } | null;
  resolvedAt: string | null;
};

export const issueColumns = {
  id: true, connectionId: true, cause: true, subject: true, severity: true, state: true, firstAt: true, lastAt: true, times: true, params: true, records: true, recordCount: true,
  mutedAt: true, mutedBy: true, muteEndsAt: true, resolvedAt: true, connection: { select: { vendor: true } },
} as const satisfies Prisma.IssueSelect;

type Stored = Prisma.IssueGetPayload<{ select: typeof issueColumns }>;

const cause = z.enum(issueCauses);
const params = z.record(z.string(), z.union([z.string(), z.number()])).catch({});
const records = z.array(z.unknown()).catch([]).transform((all) => all.flatMap((one) => issueRecordSchema.safeParse(one).data ?? []));

/** Null for one whose cause an older version knew and this one does not. */
export function toIssueRow({ connection, mutedAt, mutedBy, muteEndsAt, ...stored }: Stored, now: Date): IssueRow | null {
  const known = cause.safeParse(stored.cause);
  if (!known.success) return null;
  const isMuted = mutedAt !== null && stored.state === "open" && (muteEndsAt === null || muteEndsAt > now);
  return {
    ...stored,
    vendor: connection.vendor,
    cause: known.data,
    params: params.parse(stored.params),
    records: records.parse(stored.records),
    firstAt: stored.firstAt.toISOString(),
    lastAt: stored.lastAt.toISOString(),
    resolvedAt: stored.resolvedAt?.toISOString() ?? null,
    mute: isMuted ? { at: mutedAt.toISOString(), by: mutedBy, endsAt: muteEndsAt?.toISOString() ?? null } : null,
  };
}
