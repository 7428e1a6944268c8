import { randomBytes } from "node:crypto";

const pool = { bytes: Buffer.alloc(0), offset: 0 };

function tenRandomBytes(): string {
  if (pool.offset + 10 > pool.bytes.length) Object.assign(pool, { bytes: randomBytes(10 * 1024), offset: 0 });
  const hex = pool.bytes.toString("hex", pool.offset, pool.offset + 10);
  pool.offset += 10;
  return hex;
}

/**
 * A new identifier (UUID version 7): those made one after the other lie side by side in the indexes, which makes
 * writing many records at once cheaper.
 */
export function newRecordId(now = Date.now()): string {
  const time = now.toString(16).padStart(12, "0");
  const random = tenRandomBytes();
  const variant = ((Number.parseInt(random.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`;
}
