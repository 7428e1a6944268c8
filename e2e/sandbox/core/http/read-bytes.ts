import type { IncomingMessage } from "node:http";

/**
 * Reads a request's body.
 * @param greatest the largest body that is taken, in bytes.
 * @throws what `refuse` makes when it is larger.
 */
export async function readBytes(request: IncomingMessage, greatest: number, refuse: () => Error): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > greatest) throw refuse();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
