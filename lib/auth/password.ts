import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { passwordLength } from "@/lib/auth/password-length";

/** argon2id, 19 MiB, two passes, one lane: what OWASP's password storage sheet names as the minimum. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export async function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

let decoy: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. Without a hash (an unknown user, one who has not chosen a password) it does the
 * same work and says no, so that the time of an answer does not tell who exists.
 */
export async function verifyPassword(password: string, storedHash: string | null): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString("hex"));
  const isRight = await verify(storedHash ?? (await decoy), password.slice(0, passwordLength.max + 1));
  return storedHash !== null && isRight;
}
