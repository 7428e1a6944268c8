import type { Administration } from "../data/administration";
import type { RecordChange } from "../data/change";
import { isTableNumber, tableDefinitions, type FieldDefinition, type TableDefinition, type TableNumber } from "../data/definitions";
import { normaliseValue } from "../data/normalise";
import { finishFields } from "../data/record";
import type { Protocol } from "../protocol";
import { Batch } from "./batch";
import type { ImportRecord } from "./message";

export interface ImportError {
  readonly message: string;
  readonly line: number;
  readonly record: ImportRecord;
}

export interface Booking {
  readonly changes: readonly RecordChange[];
  readonly errors: readonly ImportError[];
}

/** Lines of this table are refused with this text although their head is booked; a switch of the sandbox. */
interface ForcedRefusal {
  readonly table: TableNumber | undefined;
  readonly message: string;
}

export interface BookingRules {
  readonly protocol: Protocol;
  readonly forcedRefusal: ForcedRefusal | undefined;
  /** Milliseconds on the sandbox's clock. */
  readonly now: number;
}

/** The number that heads get which come without one. */
const firstOrderNumber = 260_001;

class RefusedField extends Error {}

function refuse(number: string, value: string): never {
  throw new RefusedField(`Ongeldige waarde ${number}=${value}`);
}

function readValue(field: FieldDefinition, raw: string, protocol: Protocol): string {
  const isCents = protocol.plainAmountsAreCents && field.kind === "amount" && /^\d+$/.test(raw);
  const text = isCents ? `${raw.padStart(3, "0").slice(0, -2)},${raw.padStart(3, "0").slice(-2)}` : raw;
  if (protocol.refusesSpecialCharacters && field.number === "0103" && /[%/.+&]/.test(text)) refuse(field.number, raw);
  const normalised = normaliseValue(field, text);
  return normalised.ok ? normalised.value : refuse(field.number, raw);
}

/** One message on its way into the books, record after record. */
class MessageBooking {
  readonly errors: ImportError[] = [];
  readonly batch: Batch;
  /** The order that lines without a number belong to; undefined after a refused head. */
  private orderNumber: string | undefined;

  constructor(
    administration: Administration,
    private readonly rules: BookingRules,
  ) {
    this.batch = new Batch(administration);
  }

  book(record: ImportRecord): void {
    if (record.table === "2400") this.orderNumber = undefined;
    try {
      const { forcedRefusal } = this.rules;
      if (forcedRefusal !== undefined && (forcedRefusal.table === undefined || forcedRefusal.table === record.table)) {
        throw new RefusedField(forcedRefusal.message);
      }
      if (!isTableNumber(record.table)) throw new RefusedField(`Onbekend record ${record.table}`);
      this.write(tableDefinitions[record.table], record);
    } catch (problem) {
      if (!(problem instanceof RefusedField)) throw problem;
      this.errors.push({ message: problem.message, line: record.line, record });
    }
  }

  private write(definition: TableDefinition, record: ImportRecord): void {
    const sent = this.readFields(definition, record);
    this.completeKey(definition, sent);
    const key = definition.keys.map((number) => sent.get(number) ?? "").join("|");
    const existing = this.batch.find(definition.number, key) ?? {};
    const merged = { ...existing, ...Object.fromEntries(sent) };
    this.batch.put(definition.number, finishFields(definition, merged, this.rules.now), this.rules.now);
  }

  private readFields(definition: TableDefinition, record: ImportRecord): Map<string, string> {
    const sent = new Map<string, string>();
    for (const [number, raw] of record.fields) {
      const field = definition.fields.find((candidate) => candidate.number === number);
      if (field === undefined) refuse(number, raw);
      const value = readValue(field, raw, this.rules.protocol);
      if (value === "" && !this.rules.protocol.clearsEmptyFields) continue;
      if (value !== "" && field.refersTo !== undefined && this.batch.find(field.refersTo, value) === undefined) refuse(number, raw);
      sent.set(number, value);
    }
    return sent;
  }

  /** Numbers what comes without a number: orders, order lines and delivery addresses. Other keys must be given. */
  private completeKey({ number: table, keys, fields }: TableDefinition, sent: Map<string, string>): void {
    if (table === "2400") {
      const number = sent.get("2400") ?? String(Math.max(firstOrderNumber, this.batch.nextNumber("2400")));
      sent.set("2400", number);
      this.orderNumber = number;
    }
    if (table === "2410") this.completeLine(sent);
    if (table === "2229" && !sent.has("2228")) sent.set("2228", this.nextSerial(sent.get("0101") ?? ""));
    const missing = keys.find((number) => (sent.get(number) ?? "") === "");
    if (missing !== undefined && fields.some(({ number }) => number === missing)) refuse(missing, "");
  }

  private completeLine(sent: Map<string, string>): void {
    const order = sent.get("2400") ?? this.orderNumber;
    if (order === undefined || this.batch.find("2400", order) === undefined) refuse("2400", order ?? "");
    sent.set("2400", order);
    if (!sent.has("2426")) sent.set("2426", String(this.batch.nextLineNumber(order)).padStart(4, "0"));
  }

  private nextSerial(relation: string): string {
    let serial = 1;
    while (this.batch.find("2229", `${relation}|${String(serial).padStart(3, "0")}`) !== undefined) serial += 1;
    return String(serial).padStart(3, "0");
  }
}

/**
 * Works out what an import would write and what it refuses. Nothing is stored: the caller books the changes, all of them or,
 * when a bad field refuses the whole message, none.
 */
export function bookMessage(administration: Administration, records: readonly ImportRecord[], rules: BookingRules): Booking {
  const booking = new MessageBooking(administration, rules);
  for (const record of records) booking.book(record);
  const refusesAll = rules.protocol.importRefusal === "message" && booking.errors.length > 0;
  return { changes: refusesAll ? [] : booking.batch.changes(), errors: booking.errors };
}
