import { randomBytes } from "node:crypto";
import { vi } from "vitest";

/** The least that the process needs to know of itself, for tests of what asks a registered connector; nothing connects with it. */
export function stubEnvironment(): void {
  vi.stubEnv("DATABASE_URL", "postgresql://nobody:none@127.0.0.1:1/none");
  vi.stubEnv("AUTH_SECRET", randomBytes(32).toString("base64"));
  vi.stubEnv("CREDENTIALS_KEYS", `test:${randomBytes(32).toString("base64")}`);
}
