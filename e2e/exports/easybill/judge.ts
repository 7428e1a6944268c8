import type { OperationName } from "@/e2e/sandbox/easybill/api/operation-names";
import { Findings, readTraces, type Outcome } from "@/e2e/exports/outcome";
import type { Decision, Entered } from "@/e2e/exports/run-plan";
import { readFollowUps, type StoredFollowUp } from "@/lib/export/stored-follow-ups";
import type { EasybillLane } from "./lane";
import { patientTimeout, type EasybillPlan } from "./plan";

type Document = Awaited<ReturnType<EasybillLane["sandbox"]["documents"]>>[number];
type Intent = NonNullable<Awaited<ReturnType<typeof readTraces>>["intent"]>;
type Scene = { lane: EasybillLane; plan: EasybillPlan; entered: Entered; applied: readonly Applied[]; findings: Findings };
type Applied = { readonly kind: string; readonly operations: readonly (OperationName | undefined)[] };

/** Everything that contradicts "one invoice, no stray draft, none lost, and each state true"; none when it holds. */
export async function judge(lane: EasybillLane, plan: EasybillPlan, entered: Entered, decision: Decision | null): Promise<Outcome> {
  const findings = new Findings();
  const { intent } = await readTraces(lane, entered, findings);
  const documents = (await lane.sandbox.documents()).filter(({ external_id, cancel_id, type }) => type === "INVOICE" && external_id === entered.number && cancel_id === null);
  const applied = (await lane.sandbox.status()).faults.filter((fault) => fault.applied > 0).map(({ fault }) => ({ kind: fault.kind, operations: [fault.only?.operation].flat() }));
  const scene = { lane, plan, entered, applied, findings };
  const numbers = documents.map(({ id, number, is_draft }) => `${number ?? id}${is_draft ? " (draft)" : ""}`).join(", ");
  findings.expect(documents.length <= 1, `EasyBill has it ${documents.length} times: ${numbers}`);
  switch (intent?.state) {
    case undefined:
    case "pending":
    case "sending":
    case "sent":
      break;
    case "finished":
      findings.expect(documents.length === 1, `it is called finished and is in EasyBill ${documents.length} times`);
      if (documents[0]) await judgeInvoice(scene, documents[0], intent);
      break;
    case "rejected":
      findings.expect(documents.length === 0, "it is called refused and is in EasyBill");
      findings.expect(hasRefused(applied, ["createDocument", "createCustomer", "createPosition"]), "it is called refused and EasyBill refused nothing");
      break;
    case "needs_review":
      findings.expect(false, "a person is asked although EasyBill could tell");
      break;
    case "uncertain":
      findings.expect(false, "it is still uncertain although EasyBill could tell");
      break;
    case "dismissed":
      findings.expect(decision === "dismissed", "it is kept out and nobody said so");
  }
  await judgeRecords(scene, intent?.state === "finished");
  return { state: intent?.state ?? null, problems: findings.problems };
}

/** The one invoice is what this side says it is, and what follows was done with it as its state says. */
async function judgeInvoice(scene: Scene, document: Document, intent: Intent): Promise<void> {
  const { lane, plan, entered, findings, applied } = scene;
  const followUps = new Map(readFollowUps(intent.followUps).map((followUp) => [followUp.id, followUp.state]));
  findings.expect(intent.documentId === String(document.id), `it is called document ${intent.documentId ?? "?"} and is ${document.id}`);
  findings.expect(document.items.length === entered.lines, `it has ${document.items.length} of ${entered.lines} lines`);
  const finish = followUps.get("finish");
  findings.expect((plan.settings.finality === "final") === (finish !== undefined), "it is finished as the settings do not say");
  findings.expect(document.is_draft === (finish !== "done"), `finishing it is ${finish ?? "not wanted"}, and it is ${document.is_draft ? "a draft" : "final"}`);
  findings.expect(finish === undefined || finish === "done" || (finish === "failed" && hasRefused(applied, ["finishDocument"])), `finishing it is ${finish ?? ""} and EasyBill refused nothing`);
  findings.expect(intent.documentNumber === (document.is_draft ? document.title : document.number), `it is called ${intent.documentNumber ?? "?"} and is ${document.number ?? document.title ?? "?"}`);
  findings.expect(intent.document?.state === (document.is_draft ? "draft" : "final"), `it is shown as ${intent.document?.state ?? "nothing"} and is ${document.is_draft ? "a draft" : "final"}`);
  const files = (await lane.sandbox.attachments()).filter(({ document_id }) => document_id === document.id).length;
  judgeFollowUp(scene, { name: "attachment", isWanted: plan.settings.attachment, state: followUps.get("attachment"), count: files, operations: ["createAttachment", "updateAttachment", "getDocument"] });
  const letters = (await lane.sandbox.postBoxes()).filter(({ document_id }) => document_id === document.id).length;
  judgeFollowUp(scene, { name: "e-mail", isWanted: plan.settings.email, state: followUps.get("email"), count: letters, operations: ["sendDocument", "getDocument"] });
}

type Done = { name: string; isWanted: boolean; state: StoredFollowUp["state"] | undefined; count: number; operations: readonly OperationName[] };

/** Done means once; whatever else it is called is known to be so for a reason. */
function judgeFollowUp({ findings, plan, applied }: Scene, { name, isWanted, state, count, operations }: Done): void {
  findings.expect(count <= 1, `it has ${count} times an ${name}`);
  findings.expect(isWanted === (state !== undefined), `its ${name} is ${state ?? "left out"} as the settings do not say`);
  if (state === "done") findings.expect(count === 1, `its ${name} is called done and is not there`);
  if (state === undefined || state === "skipped") findings.expect(count === 0, `its ${name} is there and was not wanted`);
  if (state === "due" || state === "begun") findings.expect(false, `its ${name} stays ${state}`);
  // Where answers are given up soon, a busy machine may lose any of them.
  const isTroubled = plan.fates.length > 0 || plan.answerTimeout < patientTimeout || applied.some((fault) => fault.operations.some((operation) => operation === undefined || operations.includes(operation)));
  if (state === "failed" || state === "uncertain") findings.expect(isTroubled, `its ${name} is ${state} and nothing went wrong`);
}

/** What EasyBill lacked is there once, and certainly when the invoice is. */
async function judgeRecords({ lane, entered: { newRelation, newArticle }, findings }: Scene, mustBeThere: boolean): Promise<void> {
  const customers = newRelation === null ? 1 : (await lane.sandbox.customers()).filter(({ company_name }) => company_name === newRelation).length;
  const positions = newArticle === null ? 1 : (await lane.sandbox.positions()).filter(({ number }) => number === newArticle).length;
  findings.expect(customers <= 1, `its customer was created ${customers} times`);
  findings.expect(positions <= 1, `its position was created ${positions} times`);
  findings.expect(!mustBeThere || (customers > 0 && positions > 0), "it stands in EasyBill without its customer or position");
}

function hasRefused(applied: readonly Applied[], operations: readonly OperationName[]): boolean {
  return applied.some(({ kind, operations: hit }) => kind === "refused" && hit.some((operation) => operation !== undefined && operations.includes(operation)));
}
