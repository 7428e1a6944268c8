import { randomBytes } from "node:crypto";
import { z } from "zod";
import { deleteAttachment, updateAttachment } from "../api/attachments";
import type { ApiCall, Operation } from "../api/call";
import { createContact, deleteContact, updateContact } from "../api/contacts";
import { createCustomer, deleteCustomer, updateCustomer } from "../api/customers";
import { cancelDocument, createDocument, deleteDocument, findDocument, finishDocument, updateDocument } from "../api/documents";
import { createPositionGroup, deletePositionGroup, updatePositionGroup } from "../api/groups";
import { createPayment, deletePayment } from "../api/payments";
import { createPosition, deletePosition, updatePosition } from "../api/positions";
import { ApiProblem } from "../api/problem";
import { Query } from "../api/query";
import { createWebhook, deleteWebhook, updateWebhook } from "../api/webhooks";
import type { Company } from "../data/company";
import type { Sandbox } from "../sandbox";
import type { Act, EditedTable } from "./act-schema";
import { changeRaw } from "./change-raw";

interface Edits {
  readonly create?: Operation;
  readonly change?: Operation;
  readonly remove: Operation;
}

const edits: Readonly<Record<EditedTable, Edits>> = {
  customers: { create: createCustomer, change: updateCustomer, remove: deleteCustomer },
  contacts: { create: createContact, change: updateContact, remove: deleteContact },
  positions: { create: createPosition, change: updatePosition, remove: deletePosition },
  positionGroups: { create: createPositionGroup, change: updatePositionGroup, remove: deletePositionGroup },
  documents: { create: createDocument, change: updateDocument, remove: deleteDocument },
  attachments: { change: updateAttachment, remove: deleteAttachment },
  webhooks: { create: createWebhook, change: updateWebhook, remove: deleteWebhook },
  payments: { create: createPayment, remove: deletePayment },
};

function operationFor(table: EditedTable, act: keyof Edits): Operation {
  const operation = edits[table][act];
  if (operation === undefined) throw new ApiProblem(400, `${act} is not possible in ${table}`);
  return operation;
}

/** The numbers of a record's path: of a contact also its customer's. */
function pathOf({ tables }: Company, table: EditedTable, id: number): readonly number[] {
  return table === "contacts" ? [tables.contacts.get(id)?.customer_id ?? 0, id] : [id];
}

const answeredId = z.object({ id: z.number() });

/** Carries one act out; answers the id of the record it was about, or 0. */
function perform(sandbox: Sandbox, company: Company, act: Act, silently: boolean): number {
  const { clock, protocol, locks, state } = sandbox;
  const run = (operation: Operation, ids: readonly number[], body?: unknown): number => {
    const call: ApiCall = { company, ids, word: "", query: new Query(new URLSearchParams(), false), body, file: undefined, now: clock.now(), protocol: { ...protocol, putMerges: true } };
    return answeredId.safeParse(sandbox.perform(operation, call, silently).body).data?.id ?? ids.at(-1) ?? 0;
  };
  switch (act.act) {
    case "create":
      return run(operationFor(act.table, "create"), act.customerId === undefined ? [] : [act.customerId], act.fields);
    case "change":
      if (act.raw) return changeRaw(sandbox, company, act, silently);
      return run(operationFor(act.table, "change"), pathOf(company, act.table, act.id), act.fields);
    case "remove":
      return run(operationFor(act.table, "remove"), pathOf(company, act.table, act.id));
    case "finish":
      return run(finishDocument, [act.id]);
    case "cancel":
      return run(cancelDocument, [act.id]);
    case "pay": {
      const { amount, paid_amount } = findDocument({ company }, act.id);
      run(createPayment, [], { document_id: act.id, amount: act.amount ?? amount - paid_amount, ...(act.date === undefined ? {} : { payment_at: act.date }) });
      return act.id;
    }
    case "lock":
      locks.lock(findDocument({ company }, act.id).id, clock.now() + act.milliseconds);
      return act.id;
    case "revokeKey":
      state.commit({ company: company.id, key: { ...company.key, isRevoked: true } });
      return 0;
    case "renewKey":
      state.commit({ company: company.id, key: { apiKey: act.apiKey ?? `demo-${company.id}-${randomBytes(12).toString("hex")}`, isRevoked: false } });
      return 0;
  }
}

/**
 * Does what a person does in the vendor's software, one act after the other.
 * @throws ApiProblem from the first act that is refused; those before it have happened.
 */
export function performActs(sandbox: Sandbox, company: Company, acts: readonly Act[], silently: boolean): number[] {
  return acts.map((act) => perform(sandbox, company, act, silently));
}
