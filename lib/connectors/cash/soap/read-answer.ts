import { z } from "zod";
import { cashFailure } from "../failures";
import type { FieldMap } from "../field-map";
import type { TextAnswer } from "../wire/converse";
import { collectText } from "../wire/decode-text";
import { requireSuccess } from "./response-code";
import { childOf, parseXml, textAt, type XmlElement } from "./xml-tree";

const greatestLength = 2_000_000;

const response = z.object({ code: z.string().trim().regex(/^\d{1,6}$/).transform(Number), message: z.string().default("") });

/**
 * Reads a small answer as a whole. Out: the element that holds its parts.
 * @throws CashRefusal for a code other than success; AppError vendor_rate_limited, vendor_operation_missing, vendor_error for a
 * fault; vendor_nonsense for what is no SOAP
 */
export async function readAnswer({ isFault, texts }: TextAnswer, fieldMap: FieldMap): Promise<XmlElement> {
  const text = await collectText(texts, greatestLength);
  if (text === null) throw cashFailure("vendor_nonsense", { detail: "the answer is too long" });
  const content = bodyContent(text);
  if (typeof content === "string") throw cashFailure(isFault ? "vendor_error" : "vendor_nonsense", { detail: content });
  if (content.name === "Fault") throw faultFailure(textAt(content, "faultstring") ?? "", fieldMap);
  const part = childOf(content, "response");
  const parsed = response.safeParse({ code: textAt(part, "code"), message: textAt(part, "message") });
  if (!parsed.success) throw cashFailure("vendor_nonsense", { detail: "the answer has no code" });
  requireSuccess(parsed.data.code, parsed.data.message, fieldMap);
  return content;
}

/** What is in the body of an envelope, or a sentence on why it cannot be read. */
function bodyContent(text: string): XmlElement | string {
  try {
    const root = parseXml(text);
    const body = root.name === "Envelope" ? childOf(root, "Body") : undefined;
    return body?.children[0] ?? "the answer is not SOAP";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What a SOAP fault means here. */
export function faultFailure(text: string, fieldMap: FieldMap): Error {
  const detail = { fault: text };
  if (new RegExp(fieldMap.tooManyRequests, "i").test(text)) return cashFailure("vendor_rate_limited", { detail, retryAfterMs: 60_000 });
  if (new RegExp(fieldMap.unknownOperation, "i").test(text)) return cashFailure("vendor_operation_missing", { detail });
  return cashFailure("vendor_error", { detail });
}
