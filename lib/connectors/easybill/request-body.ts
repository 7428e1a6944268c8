/** What a request carries: a record, or a file under the field `file`. */
export type RequestBody = { json: unknown } | { file: { name: string; content: Uint8Array<ArrayBuffer>; type: string } };

/** A body as it goes over the wire, with the headers that name its form. */
export async function writeBody(body: RequestBody | undefined): Promise<{ content: string | Uint8Array; headers: Record<string, string> }> {
  if (body === undefined) return { content: "", headers: {} };
  if ("json" in body) return { content: JSON.stringify(body.json), headers: { "Content-Type": "application/json" } };
  const form = new FormData();
  form.set("file", new Blob([body.file.content], { type: body.file.type }), body.file.name);
  const written = new Response(form);
  return { content: new Uint8Array(await written.arrayBuffer()), headers: { "Content-Type": written.headers.get("content-type") ?? "multipart/form-data" } };
}
