import type { ExportProblem, ExportWarning } from "@/lib/connectors/export-problems";
import { easybillManifest } from "../manifest";

type Params = ExportProblem["params"];

/** Gathers what is sent otherwise than it stands on the work order, and what makes it unsendable. */
export class Remarks {
  readonly warnings: ExportWarning[] = [];
  readonly problems: ExportProblem[] = [];

  /** @param about params of every remark, such as the number of the work order */
  constructor(private readonly about: Params = {}) {}

  warn(code: ExportWarning["code"], params: Params, position?: number): void {
    this.warnings.push({ code, params: { ...this.about, vendor: easybillManifest.name, ...params }, ...(position === undefined ? {} : { position }) });
  }

  object(code: ExportProblem["code"], params: Params, position?: number): void {
    this.problems.push({ code, params: { ...this.about, vendor: easybillManifest.name, ...params }, ...(position === undefined ? {} : { position }) });
  }

  /** A text of at most `length` characters; says so when it had to be cut. Never half of a character. */
  fit(field: string, text: string, length: number, position?: number): string {
    const characters = [...text];
    if (characters.length <= length) return text;
    this.warn("textCut", { field, length, text }, position);
    return characters.slice(0, length).join("").trimEnd();
  }
}
