import { env } from "@/lib/env";
import { resolveMigration } from "./migrations/resolve-migration";
import { sentenceOf } from "./problem";

const [name] = process.argv.slice(2);
try {
  if (!name) throw new Error("Say which migration: npm run migrations:resolve -- <name>");
  await resolveMigration(env().DATABASE_URL, name);
  process.stdout.write(`${name} will be applied again at the next start.\n`);
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
}
