import type { ExportState } from "@/lib/generated/prisma/enums";
import type { Lane } from "./lane";
import type { Entered } from "./run-plan";

/** What stands at the vendor and here after a plan. */
export type Outcome = {
  readonly state: ExportState | null;
  /** Everything that contradicts "exactly once, none lost, and each state true". */
  readonly problems: readonly string[];
};

/** Sentences about what does not hold. */
export class Findings {
  readonly problems: string[] = [];

  expect(holds: boolean, sentence: string): void {
    if (!holds) this.problems.push(sentence);
  }
}

/** The work order with all its exports, and the last one; what is true of them at every vendor is found out here. */
export async function readTraces(lane: Lane, entered: Entered, findings: Findings) {
  const workOrder = await lane.engine.db.prisma.workOrder.findUniqueOrThrow({
    where: { id: entered.id, accountId: lane.accountId },
    select: { status: true, workStatusId: true, intents: { orderBy: [{ requestedAt: "asc" }, { id: "asc" }], include: { document: true } } },
  });
  const intent = workOrder.intents.at(-1);
  findings.expect(intent !== undefined, "it was never made due");
  findings.expect(workOrder.intents.filter(({ state }) => state !== "rejected" && state !== "dismissed").length <= 1, "more than one export of it is alive");
  findings.expect((workOrder.status === "handled") === (intent?.state === "finished"), `the work order is ${workOrder.status} and its export ${intent?.state ?? "not there"}`);
  if (intent?.state === "pending" || intent?.state === "sending" || intent?.state === "sent") findings.expect(false, `it stays ${intent.state}`);
  if (intent?.state === "rejected") findings.expect(workOrder.workStatusId === lane.errorId, "it is refused and has not the work status of errors");
  return { workOrder, intent };
}
