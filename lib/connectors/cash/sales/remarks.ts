import type { ExportProblem, ExportWarning } from "@/lib/connectors/export-problems";
import type { FieldMap } from "../field-map";
import { cashManifest } from "../manifest";
import { writeText } from "./cash-text";

type Params = ExportProblem["params"];

/** Gathers what is sent otherwise than it stands on the work order, and what makes it unsendable. */
export class Remarks {
  readonly warnings: ExportWarning[] = [];
  readonly problems: ExportProblem[] = [];

  /** @param about params of every remark, such as the number of the work order */
  constructor(
    private readonly fieldMap: FieldMap,
    private readonly about: Params = {},
  ) {}

  warn(code: ExportWarning["code"], params: Params, position?: number): void {
    this.warnings.push({ code, params: { ...this.about, vendor: cashManifest.name, ...params }, ...(position === undefined ? {} : { position }) });
  }

  object(code: ExportProblem["code"], params: Params, position?: number): void {
    this.problems.push({ code, params: { ...this.about, vendor: cashManifest.name, ...params }, ...(position === undefined ? {} : { position }) });
  }

  /** A text in one line of Cash's characters; says so when some had to be replaced. */
  clean(field: string, text: string, position?: number): string {
    const written = writeText(text, this.fieldMap);
    if (written.replaced.length > 0) this.warn("charactersReplaced", { field, characters: written.replaced.join(" ") }, position);
    return written.text;
  }

  /** A text of at most `length` characters; says so when it had to be cut. */
  fit(field: string, text: string, length: number, position?: number): string {
    const whole = this.clean(field, text, position);
    return whole.length <= length ? whole : this.cut(field, whole, whole.slice(0, length).trimEnd(), length, position);
  }

  /** Says that of a text only a part is sent. */
  cut(field: string, whole: string, part: string, length: number, position?: number): string {
    this.warn("textCut", { field, length, text: whole }, position);
    return part;
  }

  /** A code in capitals; one that Cash cannot hold is a problem. */
  code(field: string, text: string, length: number, position?: number): string {
    const code = text.trim();
    const written = writeText(code, this.fieldMap);
    if (code === "" || code.length > length || written.text !== code) this.object("valueOutOfRange", { field, value: text }, position);
    return code.toUpperCase();
  }
}
