import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseEnv } from "node:util";

export type Variables = Readonly<Record<string, string | undefined>>;

/** Writes a `.env` with secrets made for this installation, readable by its owner alone. Leaves an existing one as it is. */
export function ensureEnvironmentFile(file: string): "made" | "found" {
  if (existsSync(file)) return "found";
  writeFileSync(file, compose(), { mode: 0o600, flag: "wx" });
  return "made";
}

/** The variables of the file, under those of the process: what is set for one start wins. Empty ones count as unset. */
export function readVariables(file: string, environment: Variables): Record<string, string> {
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {};
  const merged = { ...withoutEmpty(fromFile), ...withoutEmpty(environment) };
  return merged;
}

function withoutEmpty(variables: Variables): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

function compose(): string {
  return `# Made by the first start. Keep it safe and out of version control: without CREDENTIALS_KEYS the stored
# credentials of the vendors cannot be read again. Every variable is explained in .env.example.
${Object.entries(makeSecrets()).map(([name, value]) => `${name}=${value}`).join("\n")}
`;
}

/** All secrets of one installation, made anew. */
export function makeSecrets() {
  return {
    AUTH_SECRET: randomBytes(32).toString("base64url"),
    CREDENTIALS_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    ...makeEngineKeys(),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
  };
}

/** The pair of keys by which the job engine and the application recognise each other. */
export function makeEngineKeys() {
  return {
    INNGEST_EVENT_KEY: randomBytes(32).toString("base64url"),
    INNGEST_SIGNING_KEY: `signkey-prod-${randomBytes(32).toString("hex")}`,
  };
}
