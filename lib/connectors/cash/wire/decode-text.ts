import { dropUnwritable } from "../soap/escape-xml";

/** The character set a content type names; UTF-8 when it names none, or one that does not exist. */
function decoderFor(contentType: string | undefined): TextDecoder {
  const label = /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? "")?.[1] ?? "utf-8";
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder("utf-8");
  }
}

/** Bytes as text, without the characters XML forbids. Bytes that are not of the character set become U+FFFD. */
export async function* decodeText(pieces: AsyncIterable<Uint8Array>, contentType: string | undefined): AsyncGenerator<string> {
  const decoder = decoderFor(contentType);
  for await (const piece of pieces) {
    const text = dropUnwritable(decoder.decode(piece, { stream: true }));
    if (text !== "") yield text;
  }
  const rest = dropUnwritable(decoder.decode());
  if (rest !== "") yield rest;
}

/** A small answer as a whole; null when it is longer than `limit` characters. */
export async function collectText(texts: AsyncIterable<string>, limit: number): Promise<string | null> {
  let whole = "";
  for await (const text of texts) {
    whole += text;
    if (whole.length > limit) return null;
  }
  return whole;
}
