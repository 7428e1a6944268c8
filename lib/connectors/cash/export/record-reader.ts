import { SaxesParser } from "saxes";
import { cashFailure } from "../failures";

/** One record as Cash sends it: field (`F0101`) → text. Only filled fields are there. */
export type CashRecord = ReadonlyMap<string, string>;

/** Characters there may be without a tag between them; more is no field but a broken answer. */
const greatestText = 1_000_000;

/**
 * Reads `<cash><R0101><F0101>…</F0101></R0101>…</cash>` as it comes, keeping nothing but the record it is in. What stands before
 * the first `<` (Cash puts `Content-type: text/xml ` there) is dropped.
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

  /** @param recordName `R0101`: records of other names are passed over. */
  constructor(private readonly recordName: string) {
    const { parser } = this;
    parser.on("error", (problem) => {
      throw cashFailure("vendor_nonsense", { cause: problem, detail: `in the records: ${problem.message}` });
    });
    parser.on("doctype", () => {
      throw cashFailure("vendor_nonsense", { detail: "in the records: a document type declaration" });
    });
    parser.on("opentag", (tag) => this.open(tag.name));
    parser.on("closetag", (tag) => this.close(tag.name));
    const take = (text: string) => this.take(text);
    parser.on("text", take);
    parser.on("cdata", take);
  }

  /** @throws AppError vendor_nonsense */
  write(text: string): void {
    const begin = this.hasBegun ? 0 : text.indexOf("<");
    if (begin === -1) return;
    this.hasBegun = true;
    this.sizeSinceTag += text.length;
    this.parser.write(text.slice(begin));
    if (this.sizeSinceTag > greatestText) throw cashFailure("vendor_nonsense", { detail: "a text without an end" });
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
    if (!this.isOver) throw cashFailure("vendor_incomplete", { detail: `the records break off after ${this.countFound}` });
    if (this.countFound === 0 && this.foreignName !== "") {
      throw cashFailure("vendor_nonsense", { detail: `<${this.foreignName}> instead of <${this.recordName}>` });
    }
  }

  private open(name: string): void {
    this.depth += 1;
    this.sizeSinceTag = 0;
    if (this.depth === 3) {
      this.fieldText = "";
    } else if (this.depth === 2) {
      if (name === this.recordName) this.record = new Map();
      else this.foreignName = name;
    } else if (this.depth > 3) {
      throw cashFailure("vendor_nonsense", { detail: `<${name}> inside a field` });
    }
  }

  private take(text: string): void {
    if (this.depth === 3) this.fieldText += text;
  }

  private close(name: string): void {
    this.sizeSinceTag = 0;
    if (this.depth === 3) {
      this.record?.set(name, this.fieldText);
    } else if (this.depth === 2 && this.record !== null) {
      this.found.push(this.record);
      this.countFound += 1;
      this.record = null;
    } else if (this.depth === 1) {
      this.isOver = true;
    }
    this.depth -= 1;
  }
}
