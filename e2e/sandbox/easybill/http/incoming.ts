import type { IncomingMessage } from "node:http";
import type { UploadedFile } from "../api/call";
import { ApiProblem } from "../api/problem";

/** The largest request that is taken, in bytes. */
const greatestBody = 25 * 1024 * 1024;

/**
 * Reads a request's body.
 * @throws ApiProblem 413 when it is too large.
 */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > greatestBody) throw new ApiProblem(413, "Request Entity Too Large");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** The JSON of a body; undefined when there is none. */
export function parseJson(bytes: Buffer, contentType: string): unknown {
  if (bytes.length === 0) return undefined;
  if (!contentType.startsWith("application/json")) throw new ApiProblem(415, "The content type must be application/json");
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw new ApiProblem(400, "The body is not JSON");
  }
}

/** The part `file` of a multipart body. */
export async function parseFile(bytes: Buffer, contentType: string): Promise<UploadedFile | undefined> {
  try {
    const part = (await new Response(new Uint8Array(bytes), { headers: { "Content-Type": contentType } }).formData()).get("file");
    if (!(part instanceof File)) return undefined;
    return { name: part.name, contentType: part.type || "application/octet-stream", bytes: new Uint8Array(await part.arrayBuffer()) };
  } catch {
    throw new ApiProblem(400, "The body is not multipart/form-data");
  }
}
