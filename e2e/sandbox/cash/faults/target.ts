import type { MetFaults as Met } from "../../core/faults/schedule";
import type { TableNumber } from "../data/definitions";
import type { OperationName } from "../soap/signatures";
import type { Fault } from "./schema";

/** What a request is about, as far as faults are aimed at it. */
export interface FaultTarget {
  readonly operation: OperationName | "wsdl";
  /** The tables an export reads or an import writes. */
  readonly tables: readonly TableNumber[];
  readonly command: string | undefined;
  readonly administration: string | undefined;
  /** What the call says. */
  readonly content: string;
}

/** The faults a request meets. */
export type MetFaults = Met<Fault>;

/** Whether this request is one that the fault is for. */
export function isAimedAt({ only }: Fault, target: FaultTarget): boolean {
  if (only === undefined) return true;
  if (only.operation !== undefined && only.operation !== target.operation) return false;
  if (only.table !== undefined && !target.tables.includes(only.table)) return false;
  if (only.command !== undefined && target.command?.startsWith(only.command) !== true) return false;
  if (only.contains !== undefined && !target.content.includes(only.contains)) return false;
  return only.administration === undefined || only.administration === target.administration;
}
