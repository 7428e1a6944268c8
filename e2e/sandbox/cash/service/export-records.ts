import type { Administration } from "../data/administration";
import { tableDefinitions, type TableNumber } from "../data/definitions";
import type { CashFields } from "../data/record";
import type { SandboxState } from "../data/state";
import { parseCommand } from "../export/command";
import { recordWriter, writeRecords, type Encode } from "../export/record-xml";
import { selectRecords } from "../export/select";
import type { MetFaults } from "../faults/target";
import type { Protocol } from "../protocol";
import type { CashAnswer } from "../soap/answer";
import { makeResponse } from "../soap/codes";
import { escapeXml } from "../xml";

interface ExportRequest {
  readonly administration: Administration;
  readonly command: string;
  readonly faults: MetFaults;
  readonly protocol: Protocol;
  readonly now: number;
  readonly state: SandboxState;
}

/** Stands before the inner XML, as the vendor sends it. */
const contentTypePrefix = "Content-type: text/xml ";

function* firstOf<Item>(items: Iterable<Item>, count: number): Generator<Item> {
  let taken = 0;
  for (const item of items) {
    if (taken >= count) return;
    taken += 1;
    yield item;
  }
}

function count(items: Iterable<unknown>): number {
  let counted = 0;
  for (const item of items) if (item !== undefined) counted += 1;
  return counted;
}

/** Cuts the last chunk in the middle of its last record. */
function* cutShort(chunks: Iterable<string>): Generator<string> {
  let held = "";
  for (const chunk of chunks) {
    if (held !== "") yield held;
    held = chunk;
  }
  const lastField = Math.max(held.lastIndexOf("</F"), held.lastIndexOf("&lt;/F"));
  yield lastField < 0 ? held.slice(0, held.length >> 1) : held.slice(0, lastField - 1);
}

function* withPrefix(chunks: Iterable<string>, protocol: Protocol): Generator<string> {
  if (protocol.hasPrefix) yield contentTypePrefix;
  yield* chunks;
}

/** In CDATA nothing is escaped: the inner document writes every ">" of a value as "&gt;", so "]]>" cannot occur. */
function encoderOf(protocol: Protocol): Encode {
  return protocol.resultEncoding === "cdata" ? (xml) => xml : escapeXml;
}

function answerNextNumber({ administration, state, now }: ExportRequest, reserves: boolean, protocol: Protocol): CashAnswer {
  const number = String(administration.tables["0101"].greatestNumber() + 1).padStart(6, "0");
  if (reserves) {
    state.commit({ administration: administration.admCode, changes: [{ table: "0101", key: number, fields: { "0101": number }, changedAt: now }] });
  }
  return { response: makeResponse(1), exportResult: withPrefix([encoderOf(protocol)(`<cash><R2050><Z0101>${number}</Z0101></R2050></cash>`)], protocol) };
}

function answerRecords(table: TableNumber, select: () => Iterable<CashFields>, { faults, protocol }: ExportRequest, withNames: boolean): CashAnswer {
  const half = faults.get("halfTable");
  const isEmpty = faults.has("emptyTable") || count(firstOf(select(), 1)) === 0;
  if (isEmpty && protocol.emptyResult === "missing") return { response: makeResponse(1) };
  const all = isEmpty ? [] : select();
  const records = half === undefined ? all : firstOf(all, Math.ceil(count(select()) / 2));
  const encode = encoderOf(protocol);
  const chunks = writeRecords(records, recordWriter(tableDefinitions[table], withNames, encode), encode);
  const isCut = half !== undefined && half.variant !== "wellFormed";
  return { response: makeResponse(1), exportResult: withPrefix(isCut ? cutShort(chunks) : chunks, protocol), isCutShort: isCut };
}

/** Answers an Export: the records are made and written while they are sent, so the size of a table does not matter. */
export function exportRecords(request: ExportRequest): CashAnswer {
  const { administration, protocol, now } = request;
  const parsed = parseCommand(request.command, protocol.knowsDoubtfulChanges);
  if (!parsed.ok) return { response: makeResponse(800, parsed.problem) };
  const { command } = parsed;
  if (command.kind === "nextRelationNumber") return answerNextNumber(request, command.reserves, protocol);
  return answerRecords(command.table, () => selectRecords(administration, command, now), request, command.withNames);
}
