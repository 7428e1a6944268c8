import { AppError } from "@/lib/errors";
import { readBytes } from "@/lib/routes/read-bytes";

/** Bytes a request may have: a thousand lines fit in easily. */
const bodyLimit = 1024 * 1024;

/**
 * The JSON of a request. It is read piece by piece, so that what is too large is refused before it stands in memory.
 * @throws AppError body_too_large, body_not_json
 */
export async function readJson(request: Request): Promise<unknown> {
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(request.headers.get("content-type") ?? "")) throw notJson();
  const bytes = await readBytes(request, bodyLimit);
  if (bytes === null) throw new AppError("body_too_large", { kind: "config", params: { limit: "1 MB" } });
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw notJson(cause);
  }
}

const notJson = (cause?: unknown) => new AppError("body_not_json", { kind: "config", cause });
