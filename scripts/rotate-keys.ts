import { rotateSecrets, type Rotation } from "@/lib/crypto/rotate-secrets";
import { openDatabase } from "@/lib/db";
import { env } from "@/lib/env";
import { sentenceOf } from "./problem";

function describe({ connections, rotated, current, failed }: Rotation, keyId: string): string {
  const lines = [
    `${connections} connections looked at.`,
    `${rotated} secrets encrypted again with key ${keyId}; ${current} used it already.`,
    ...failed.map(({ connectionId, field, problem }) => `Not readable: ${field} of connection ${connectionId}. ${problem}.`),
    failed.length > 0
      ? "Put the missing keys back into CREDENTIALS_KEYS and run this again, or enter those credentials anew."
      : `Older keys are no longer needed: CREDENTIALS_KEYS may hold ${keyId} alone.`,
  ];
  return `${lines.join("\n")}\n`;
}

async function main(): Promise<void> {
  const { DATABASE_URL, CREDENTIALS_KEYS } = env();
  const db = openDatabase(DATABASE_URL, { connections: 1 });
  try {
    const result = await rotateSecrets(db, CREDENTIALS_KEYS);
    process.stdout.write(describe(result, CREDENTIALS_KEYS.current.id));
    if (result.failed.length > 0) process.exitCode = 1;
  } finally {
    await db.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
});
