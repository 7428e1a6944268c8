import type { MetFaults as Met } from "../../core/faults/schedule";
import type { OperationName } from "../api/operation-names";
import type { CompanyId } from "../data/options";
import type { WebhookEventName } from "../data/records/webhook";
import { deliveryFaultSchema, type Fault } from "./schema";

/** What a request or a delivery is about, as far as faults are aimed at it. */
export type FaultTarget = { readonly company: CompanyId | undefined; readonly content: string } & (
  | { readonly of: "request"; readonly operation: OperationName }
  | { readonly of: "delivery"; readonly event: WebhookEventName }
);

/** The faults that a request or a delivery meets. */
export type MetFaults = Met<Fault>;

const deliveryKinds: ReadonlySet<string> = new Set(deliveryFaultSchema.options.map(({ shape }) => shape.kind.value));

/** Whether this request or delivery is one that the fault is for. */
export function isAimedAt({ kind, only }: Fault, target: FaultTarget): boolean {
  if (deliveryKinds.has(kind) !== (target.of === "delivery")) return false;
  if (only === undefined) return true;
  if (only.company !== undefined && only.company !== target.company) return false;
  if (only.contains !== undefined && !target.content.includes(only.contains)) return false;
  if (target.of === "delivery") return only.event === undefined || only.event === target.event;
  return only.operation === undefined || [only.operation].flat().includes(target.operation);
}
