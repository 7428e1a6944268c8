import type { UploadedFile } from "../api/call";
import { ApiProblem } from "../api/problem";

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
