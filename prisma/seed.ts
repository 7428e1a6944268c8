import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { openDatabase } from "@/lib/db";
import { env, type Env } from "@/lib/env";
import { seedDemo } from "./seed/seed-demo";

export { demoLogins } from "./seed/demo-logins";

/** Why there is no demonstration here; null when there may be one. Its passwords are public, so never beside real vendors. */
export function reasonNotToSeed({ NODE_ENV, SANDBOX }: Pick<Env, "NODE_ENV" | "SANDBOX">): string | null {
  if (NODE_ENV !== "production" || SANDBOX === "1") return null;
  return "The demo accounts have public passwords: they are not made in production without the sandboxes (SANDBOX=0).";
}

async function main(): Promise<void> {
  const reason = reasonNotToSeed(env());
  if (reason) {
    process.stderr.write(`${reason}\n`);
    process.exitCode = 1;
    return;
  }
  const db = openDatabase(env().DATABASE_URL, { connections: 1 });
  try {
    const { created, workOrders } = await seedDemo(db);
    process.stdout.write(created + workOrders > 0 ? `Made ${created} demo users and ${workOrders} work orders.\n` : "The demo is there.\n");
  } finally {
    await db.close();
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
