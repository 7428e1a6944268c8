import type { CauseKey } from "@/lib/issues/causes";
import type { RemedyLabel } from "@/lib/issues/issue-remedy";
import type { IssueSeverity } from "@/lib/generated/prisma/enums";
import type { Office, WorkOrderName } from "./office";

/** What was made: the work order that it keeps, where it keeps one. */
export type Made = { workOrder?: WorkOrderName };

/** One kind of failure that an office meets, and what must be said about it. */
export type Failure<OneOffice extends Office = Office> = CauseKey & {
  /** What has happened, as somebody would tell it. */
  name: string;
  severity: IssueSeverity;
  /** Makes it, and has the jobs meet it. */
  make: (office: OneOffice) => Promise<Made | void>;
  /** Takes the cause away, and has the jobs succeed. */
  mend: (office: OneOffice, made: Made) => Promise<unknown>;
  /** What broke, in the English of the issue, of the log and of the work order alike. */
  says: RegExp;
  /** What to do about it, in the three of them. */
  todo: RegExp;
  /** What it concerns, named by each; `{workOrder}` is the number of the one that was made. */
  names?: string;
  /** Where the button of the issue leads, `{workOrder}` and `{run}` being the ids; see `hrefOf`. */
  leadsTo: { label: RemedyLabel; href: string };
  /** The button or link there that does what is to be done; without it there is nothing to press. */
  offers?: RegExp;
  /** The work order is booked, and only something besides it has failed: what is green is true. */
  isBooked?: true;
};

/** Where the button leads once it was made. */
export function hrefOf({ leadsTo }: Pick<Failure, "leadsTo">, { workOrder, runId }: Made & { runId?: string }): string {
  return leadsTo.href.replace("{workOrder}", workOrder?.id ?? "?").replace("{run}", runId ?? "?");
}
