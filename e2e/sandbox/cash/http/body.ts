import type { IncomingMessage } from "node:http";
import { readBytes } from "../../core/http/read-bytes";
import { SoapProblem } from "../soap/problem";

/** The largest request that is taken, in bytes. */
const greatestBody = 10 * 1024 * 1024;

/** The character set named in the content type; UTF-8 when none is named. */
function readCharset(request: IncomingMessage): string {
  return /charset="?([^\s;"]+)/i.exec(request.headers["content-type"] ?? "")?.[1]?.toLowerCase() ?? "utf-8";
}

function decoderFor(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    throw new SoapProblem("Client", `Unsupported Media Type: the character set ${charset} is not known`, 415);
  }
}

/**
 * Reads a request's body as text.
 * @throws SoapProblem when it is too large, in an unknown character set, or not in the one it names.
 */
export async function readBody(request: IncomingMessage): Promise<string> {
  const decoder = decoderFor(readCharset(request));
  const bytes = await readBytes(request, greatestBody, () => new SoapProblem("Client", "Request Entity Too Large", 413));
  try {
    return decoder.decode(bytes);
  } catch {
    throw new SoapProblem("Client", `Bad Request: the text is not ${decoder.encoding}`, 400);
  }
}
