import { env } from "@/lib/env";

/** Called once when the server starts: it must not start with a configuration that is wrong. */
export function register(): void {
  env();
}
