/** The keys that protect credentials. The first one encrypts; all of them decrypt. */
export type KeyRing = { current: { id: string; key: Buffer }; keys: ReadonlyMap<string, Buffer> };

export type ParsedKeyRing = { ok: true; keyRing: KeyRing } | { ok: false; problem: string };

/** Reads `id:base64,id:base64,…`; each key is 32 bytes, each id letters, digits, `-` or `_`. */
export function parseKeyRing(text: string): ParsedKeyRing {
  const keys = new Map<string, Buffer>();
  for (const part of text.split(",").map((piece) => piece.trim()).filter(Boolean)) {
    const [id, encoded] = [part.slice(0, part.indexOf(":")), part.slice(part.indexOf(":") + 1)];
    if (!part.includes(":") || !/^[\w-]+$/.test(id)) return { ok: false, problem: "must have the form id:base64,id:base64" };
    const key = Buffer.from(encoded, "base64");
    if (key.length !== 32) return { ok: false, problem: `must hold 32 bytes in base64 for key ${id}` };
    if (keys.has(id)) return { ok: false, problem: `names key ${id} twice` };
    keys.set(id, key);
  }
  const first = keys.entries().next();
  if (first.done) return { ok: false, problem: "must hold at least one key: id:base64" };
  const [id, key] = first.value;
  return { ok: true, keyRing: { current: { id, key }, keys } };
}
