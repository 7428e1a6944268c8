import { SaxesParser } from "saxes";
import { cashFailure } from "../failures";
import { unescapableLength, unescapeText } from "./unescape-text";

const cdataBegin = "<![CDATA[";
const cdataEnd = "]]>";

/** Characters an envelope may have around its result. */
const greatestEnvelope = 1_000_000;

/** What an envelope says besides its result. */
export type EnvelopeListener = {
  /** The `response` part, as soon as it is closed. */
  response: (code: string, message: string) => void;
  fault: (text: string) => void;
  /** The text of `exportResult`, unescaped, piece by piece. */
  result: (text: string) => void;
};

/**
 * Reads a SOAP envelope as it comes. The text of `exportResult`, which may be very long, goes past the XML parser: it holds no
 * element, so its end is the next `<` (or, in a CDATA section, `]]>`), and finding that is ten times as fast.
 */
export class EnvelopeReader {
  private readonly parser = new SaxesParser({ xmlns: true });
  private readonly path: string[] = [];
  private text = "";
  private code = "";
  private message = "";
  private state: "envelope" | "result" | "cdata" = "envelope";
  private hasResult = false;
  private isOver = false;
  private size = 0;
  /** Read, and not yet decided upon. */
  private rest = "";

  constructor(private readonly listener: EnvelopeListener) {
    const { parser } = this;
    parser.on("error", (problem) => {
      throw cashFailure("vendor_nonsense", { cause: problem, detail: `in the envelope: ${problem.message}` });
    });
    parser.on("doctype", () => {
      throw cashFailure("vendor_nonsense", { detail: "in the envelope: a document type declaration" });
    });
    parser.on("opentag", (tag) => this.open(tag.local, tag.isSelfClosing));
    parser.on("closetag", () => this.close());
    const take = (text: string) => {
      this.text += text;
    };
    parser.on("text", take);
    parser.on("cdata", take);
  }

  /** @throws AppError vendor_nonsense, and what the listener throws */
  write(text: string): void {
    let left = this.rest + text;
    this.rest = "";
    while (left !== "") {
      const before = left.length;
      left = this.step(left);
      if (left.length === before) {
        this.rest = left;
        return;
      }
    }
  }

  /** @throws AppError vendor_incomplete when the envelope is not over */
  end(): void {
    if (!this.isOver) throw cashFailure("vendor_incomplete", { detail: `the answer breaks off in <${this.path.at(-1) ?? ""}>` });
    this.parser.close();
  }

  /** Takes as much of the text as can be decided; what is left, unchanged when more is needed. */
  private step(text: string): string {
    switch (this.state) {
      case "envelope":
        return this.stepEnvelope(text);
      case "result":
        return this.stepResult(text);
      case "cdata":
        return this.stepCdata(text);
    }
  }

  /** Up to the result tag by tag, so that the parser does not run on into the result. */
  private stepEnvelope(text: string): string {
    const length = this.hasResult ? text.length : text.indexOf(">") + 1 || text.length;
    this.size += length;
    if (this.size > greatestEnvelope) throw cashFailure("vendor_nonsense", { detail: "an envelope without an end" });
    this.parser.write(text.slice(0, length));
    return text.slice(length);
  }

  private stepResult(text: string): string {
    const end = text.indexOf("<");
    if (end === 0) return this.leaveText(text);
    const known = end === -1 ? unescapableLength(text) : end;
    this.listener.result(unescapeText(text.slice(0, known)));
    return text.slice(known);
  }

  private leaveText(text: string): string {
    if (text.startsWith(cdataBegin)) {
      this.state = "cdata";
      return text.slice(cdataBegin.length);
    }
    if (text.startsWith("</")) {
      this.state = "envelope";
      return this.stepEnvelope(text);
    }
    if (cdataBegin.startsWith(text)) return text;
    throw cashFailure("vendor_nonsense", { detail: "the result holds elements" });
  }

  private stepCdata(text: string): string {
    const end = text.indexOf(cdataEnd);
    const known = end === -1 ? Math.max(0, text.length - cdataEnd.length + 1) : end;
    if (known > 0) this.listener.result(text.slice(0, known));
    if (end === -1) return text.slice(known);
    this.state = "result";
    return text.slice(end + cdataEnd.length);
  }

  private open(name: string, isSelfClosing: boolean): void {
    this.path.push(name.toLowerCase());
    this.text = "";
    if (this.path.length === 1 && name !== "Envelope") throw cashFailure("vendor_nonsense", { detail: `<${name}> instead of SOAP` });
    if (name.toLowerCase() === "exportresult" && !isSelfClosing) {
      this.state = "result";
      this.hasResult = true;
    }
  }

  private close(): void {
    const path = this.path.slice(-2).join("/");
    if (path === "response/code") this.code = this.text;
    else if (path === "response/message") this.message = this.text;
    else if (path === "fault/faultstring") this.listener.fault(this.text);
    else if (this.path.at(-1) === "response") this.listener.response(this.code, this.message);
    this.text = "";
    this.path.pop();
    this.isOver = this.path.length === 0;
  }
}
