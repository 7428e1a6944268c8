import type { Lane } from "./lane";
import type { Plan } from "./plan";

/** What happened, for who looks for the fault: the plan, what the vendor was asked, and the journal. */
export async function tellStory(lane: Lane, plan: Plan, workOrderId: string | null): Promise<string> {
  const requests = await lane.tellRequests();
  const journal = await lane.engine.db.prisma.exportJournal.findMany({
    where: { accountId: lane.accountId, ...(workOrderId === null ? {} : { intent: { workOrderId } }) },
    orderBy: { id: "asc" }, select: { at: true, event: true, fence: true, detail: true },
  });
  const { faults, ...rest } = plan;
  return [
    `plan: ${JSON.stringify(rest)}`,
    ...faults.map((fault) => `fault: ${JSON.stringify(fault)}`),
    ...requests,
    ...journal.slice(-60).map(({ at, event, fence, detail }) => `here ${at.toISOString()} #${fence} ${event} ${JSON.stringify(detail).slice(0, 300)}`),
  ].join("\n");
}
