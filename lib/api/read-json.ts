import { AppError } from "@/lib/errors";

/** Bytes a request may have: a thousand lines fit in easily. */
const bodyLimit = 1024 * 1024;

/**
 * The JSON of a request. It is read piece by piece, so that what is too large is refused before it stands in memory.
 * @throws AppError body_too_large, body_not_json
 */
export async function readJson(request: Request): Promise<unknown> {
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(request.headers.get("content-type") ?? "")) throw notJson();
  const bytes = await readBytes(request);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw notJson(cause);
  }
}

const notJson = (cause?: unknown) => new AppError("body_not_json", { kind: "config", cause });
const tooLarge = () => new AppError("body_too_large", { kind: "config", params: { limit: "1 MB" } });

async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > bodyLimit) throw tooLarge();
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.byteLength;
    if (length > bodyLimit) {
      await reader?.cancel();
      throw tooLarge();
    }
    pieces.push(read.value);
  }
  return Buffer.concat(pieces);
}
