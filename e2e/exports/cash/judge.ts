import type { Fault } from "@/e2e/sandbox/cash/faults/schema";
import { Findings, readTraces, type Outcome } from "@/e2e/exports/outcome";
import type { Decision, Entered } from "@/e2e/exports/run-plan";
import type { CashLane } from "./lane";
import type { CashPlan } from "./plan";

/** Everything that contradicts "exactly once, none lost, and each state true"; none when it holds. */
export async function judge(lane: CashLane, _plan: CashPlan, entered: Entered, decision: Decision | null): Promise<Outcome> {
  const findings = new Findings();
  const expect = (holds: boolean, sentence: string) => findings.expect(holds, sentence);
  const { intent } = await readTraces(lane, entered, findings);
  const { rows: heads } = await lane.sandbox.records("01", "2400", { search: entered.number, limit: 50 });
  const orders = heads.map(({ fields }) => fields["2400"] ?? "");
  const newest = orders.at(-1);
  const lines = newest === undefined ? 0 : (await lane.sandbox.records("01", "2410", { search: newest, limit: 50 })).rows.filter(({ fields }) => fields["2400"] === newest).length;
  // Somebody has looked at the one there and said that it is another one.
  const most = decision === "sentAgain" ? 2 : 1;
  const applied = (await lane.sandbox.status()).faults.filter((fault) => fault.applied > 0).map(({ fault }) => fault);

  expect(orders.length <= most, `Cash has it ${orders.length} times: ${orders.join(", ")}`);
  switch (intent?.state) {
    case undefined:
    case "pending":
    case "sending":
    case "sent":
      break;
    case "finished":
      expect(orders.length === most, `it is called finished and is in Cash ${orders.length} times`);
      expect(Number(intent.documentNumber) === Number(newest), `it is called order ${intent.documentNumber ?? "?"} and is ${newest ?? "none"}`);
      expect(lines === entered.lines || decision === "linked", `it has ${lines} of ${entered.lines} lines`);
      break;
    case "rejected":
      expect(orders.length === 0, "it is called refused and is in Cash");
      expect(applied.some(refuses), "it is called refused and Cash refused nothing");
      break;
    case "needs_review":
      expect(applied.some((fault) => refuses(fault) && isPart(fault)), "a person is asked although Cash could tell");
      expect(orders.length === 1, "a person is asked about an order that is not there");
      break;
    case "uncertain":
      expect(applied.some(isForEver), "it is still uncertain although Cash could tell");
      expect(orders.length === 0, "it is uncertain and is in Cash");
      expect((await lane.sandbox.transactions()).some(({ id, status }) => id === intent.ticket && status === 1), "Cash does not work on it any more");
      break;
    case "dismissed":
      expect(decision === "dismissed", "it is kept out and nobody said so");
  }
  const problems = [...findings.problems, ...(await judgeRecords(lane, entered, intent?.state === "finished"))];
  // Nobody need ask Cash about it in the schedules that follow in this lane.
  if (intent?.state === "uncertain") await lane.engine.db.prisma.exportIntent.update({ where: { id: intent.id, accountId: lane.accountId }, data: { state: "dismissed" } });
  return { state: intent?.state ?? null, problems };
}

/** What Cash lacked is there once, and certainly when the order is. */
async function judgeRecords({ sandbox }: CashLane, { newRelation, newArticle }: Entered, mustBeThere: boolean): Promise<string[]> {
  const count = async (table: "0101" | "2260", field: string, value: string) => (await sandbox.records("01", table, { search: value, limit: 50 })).rows.filter(({ fields }) => fields[field]?.toUpperCase() === value.toUpperCase()).length;
  const relations = newRelation === null ? 1 : await count("0101", "0103", newRelation);
  const articles = newArticle === null ? 1 : await count("2260", "2260", newArticle);
  return [
    ...(relations > 1 ? [`its customer was created ${relations} times`] : []),
    ...(articles > 1 ? [`its article was created ${articles} times`] : []),
    ...(mustBeThere && (relations === 0 || articles === 0) ? ["it stands in Cash without its customer or article"] : []),
  ];
}

const refuses = (fault: Fault) => fault.kind === "refused" || (fault.kind === "pending" && fault.then === "refused");
const isPart = (fault: Fault) => fault.kind === "refused" && fault.records !== undefined;
const isForEver = (fault: Fault) => fault.kind === "pending" && fault.polls === undefined && fault.milliseconds === undefined;
