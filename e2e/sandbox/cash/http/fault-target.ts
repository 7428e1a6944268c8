import { isTableNumber, type TableNumber } from "../data/definitions";
import type { FaultTarget } from "../faults/target";
import { parseImport } from "../import/message";
import type { CashCall } from "../soap/call";

function importedTables(xml: string): readonly TableNumber[] {
  try {
    return [...new Set(parseImport(xml).map(({ table }) => table))].filter(isTableNumber);
  } catch {
    // What cannot be read concerns no table; the service answers that itself.
    return [];
  }
}

/** What a call is about, for aiming faults at it. */
export function describeTarget(call: CashCall): FaultTarget {
  switch (call.operation) {
    case "Export": {
      const table = call.command.slice(0, 4);
      return {
        operation: "Export",
        tables: isTableNumber(table) ? [table] : [],
        command: call.command,
        administration: call.administration.admCode,
        content: call.command,
      };
    }
    case "Import":
      return { operation: "Import", tables: importedTables(call.xml), command: undefined, administration: call.administration.admCode, content: call.xml };
    case "Authenticate":
    case "ListAdministrations":
      return { operation: call.operation, tables: [], command: undefined, administration: undefined, content: "" };
    case "GetTransaction":
      return { operation: call.operation, tables: [], command: undefined, administration: undefined, content: call.id };
  }
}

/** The call in a few words, for the journal. */
export function describeSubject(call: CashCall, target: FaultTarget): string {
  if (call.operation === "Export") return call.command;
  if (call.operation === "GetTransaction") return call.id;
  return target.tables.join(" ");
}
