import { SaxesParser } from "saxes";
import { cashFailure } from "../failures";
import { isSpace, readPlainRecord } from "./plain-record";

/** One record as Cash sends it: field (`F0101`) → text. Only filled fields are there. */
export type CashRecord = ReadonlyMap<string, string>;

/** Characters there may be without a tag between them; more is no field but a broken answer. */
const greatestText = 1_000_000;

/** Characters of a record that is waited for; one that is longer goes to the parser piece by piece. */
const greatestPlain = 50_000;

/**
 * Reads `<cash><R0101><F0101>…</F0101></R0101>…</cash>` as it comes, keeping nothing but the record it is in. What stands before
 * the first `<` (Cash puts `Content-type: text/xml ` there) is dropped. Plain records go past the XML parser, which gets everything else:
 * without a complete element, a well-formed document is one still, and a malformed one is not.
 */
export class RecordReader {
  private readonly parser = new SaxesParser();
  private found: CashRecord[] = [];
  private record: Map<string, string> | null = null;
  private fieldText = "";
  private depth = 0;
  private hasBegun = false;
  private isOver = false;
  private foreignName = "";
  private countFound = 0;
  private sizeSinceTag = 0;
  /** All that was read ends with the tag of the root or with that of a record's end. */
  private isBetweenRecords = false;
  /** Read, and not yet decided upon: the beginning of a record. */
  private rest = "";
  private readonly recordBegin: string;
  private readonly recordEnd: string;

  /** @param recordName `R0101`: records of other names are passed over. */
  constructor(private readonly recordName: string) {
    this.recordBegin = `<${recordName}>`;
    this.recordEnd = `</${recordName}>`;
    const { parser } = this;
    parser.on("error", (problem) => {
      throw cashFailure("vendor_nonsense", { cause: problem, detail: `in the records: ${problem.message}` });
    });
    parser.on("doctype", () => {
      throw cashFailure("vendor_nonsense", { detail: "in the records: a document type declaration" });
    });
    parser.on("opentag", (tag) => this.open(tag.name));
    parser.on("closetag", (tag) => this.close(tag.name));
    const takeText = (text: string) => {
      if (this.depth === 3) this.fieldText += text;
    };
    parser.on("text", takeText);
    parser.on("cdata", takeText);
  }

  /** @throws AppError vendor_nonsense */
  write(text: string): void {
    const begin = this.hasBegun ? 0 : text.indexOf("<");
    if (begin === -1) return;
    this.hasBegun = true;
    const pending = this.rest + text.slice(begin);
    let position = 0;
    while (position < pending.length) {
      const next = this.isBetweenRecords ? this.stepRecord(pending, position) : this.stepTag(pending, position);
      if (next === position) break;
      position = next;
    }
    this.rest = pending.slice(position);
  }

  /** Takes a plain record; waits for the rest of what may become one. Out: where to go on. */
  private stepRecord(text: string, position: number): number {
    const { recordBegin, recordEnd } = this;
    if (isSpace(text, position)) return position + 1;
    if (!text.startsWith(recordBegin, position)) {
      const isCut = text.length - position < recordBegin.length && recordBegin.startsWith(text.slice(position));
      return isCut ? position : this.stepTag(text, position);
    }
    const begin = position + recordBegin.length;
    const end = text.indexOf(recordEnd, begin);
    if (end === -1 && text.length - position < greatestPlain) return position;
    const record = end === -1 ? null : readPlainRecord(text.slice(begin, end));
    if (record === null) return this.stepTag(text, position);
    this.take(record);
    return end + recordEnd.length;
  }

  /** Up to the end of a tag, so that it is seen when a record may begin. */
  private stepTag(text: string, position: number): number {
    return this.parse(text, position, text.indexOf(">", position) + 1 || text.length);
  }

  private parse(text: string, begin: number, end: number): number {
    this.isBetweenRecords = false;
    this.sizeSinceTag += end - begin;
    this.parser.write(text.slice(begin, end));
    if (this.sizeSinceTag > greatestText) throw cashFailure("vendor_nonsense", { detail: "a text without an end" });
    return end;
  }

  /** The records completed since the last time. */
  takeRecords(): readonly CashRecord[] {
    const records = this.found;
    this.found = [];
    return records;
  }

  /**
   * To be called when no more text comes. An answer without a document has no records.
   * @throws AppError vendor_incomplete when the document is not over; vendor_nonsense when it held something else
   */
  end(): void {
    if (!this.hasBegun) return;
    this.parse(this.rest, 0, this.rest.length);
    if (!this.isOver) throw cashFailure("vendor_incomplete", { detail: `the records break off after ${this.countFound}` });
    if (this.countFound === 0 && this.foreignName !== "") {
      throw cashFailure("vendor_nonsense", { detail: `<${this.foreignName}> instead of <${this.recordName}>` });
    }
  }

  private open(name: string): void {
    this.depth += 1;
    this.sizeSinceTag = 0;
    this.isBetweenRecords = this.depth === 1;
    if (this.depth === 3) {
      this.fieldText = "";
    } else if (this.depth === 2) {
      if (name === this.recordName) this.record = new Map();
      else this.foreignName = name;
    } else if (this.depth > 3) {
      throw cashFailure("vendor_nonsense", { detail: `<${name}> inside a field` });
    }
  }

  private take(record: CashRecord): void {
    this.found.push(record);
    this.countFound += 1;
  }

  private close(name: string): void {
    this.sizeSinceTag = 0;
    if (this.depth === 3) {
      this.record?.set(name, this.fieldText);
    } else if (this.depth === 2 && this.record !== null) {
      this.take(this.record);
      this.record = null;
    } else if (this.depth === 1) {
      this.isOver = true;
    }
    this.depth -= 1;
    this.isBetweenRecords = this.depth === 1;
  }
}
