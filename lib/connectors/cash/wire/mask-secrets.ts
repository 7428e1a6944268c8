import { createMasking, type Masking, type Notation } from "@/lib/connectors/wire/masking";
import { escapeXml } from "../soap/escape-xml";

/** Elements whose text is secret whatever it is, also when the text is cut off in the middle. */
const xml: Notation = { write: (secret) => [escapeXml(secret)], labelled: /(<(?:[\w-]+:)?(?:token|pass|password)\b[^>]*>)[^<]+/gi };

/** Takes these secrets out of texts, as they are and as XML writes them. */
export function maskInXml(secrets: readonly string[]): Masking {
  return createMasking(secrets, xml);
}
