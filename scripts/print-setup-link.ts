import { linkHours, welcomeAddress } from "@/lib/auth/one-time-token";
import { openDatabase } from "@/lib/db";
import { env } from "@/lib/env";
import { makeSetupToken } from "@/lib/users/setup-link";
import { sentenceOf } from "./problem";

/** Prints the link that creates the first administrator, a new one each time, and nothing once there is a user. */
async function main(): Promise<void> {
  const db = openDatabase(env().DATABASE_URL, { connections: 1 });
  try {
    const token = await makeSetupToken(db, new Date());
    if (token === null) return;
    process.stdout.write(`Create the first administrator within ${linkHours.setup} hours, with this one-time link:\n  ${welcomeAddress(env().APP_URL, token)}\n`);
  } finally {
    await db.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
});
