import { z } from "zod";
import { fieldMapSchema } from "@/lib/connectors/cash/field-map";
import { parseKeyRing } from "@/lib/crypto/key-ring";
import { readMailServer } from "@/lib/notices/email/mail-server";

const address = z.url({ protocol: /^https?$/, error: "must be an address that begins with http:// or https://" });
const port = z.coerce.number({ error: "must be a number" }).int().min(0).max(65535);

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

/** Everything the application reads from its environment. The names are fixed; `.env.example` explains each. */
const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a PostgreSQL address: postgresql://user:password@host:5432/database" }),
  APP_URL: address.default("http://localhost:3000"),
  PORT: port.default(3000),
  AUTH_SECRET: z.string({ error: "is missing: 32 random bytes, for example from `openssl rand -base64 32`" }).min(32, "must have at least 32 characters"),
  CREDENTIALS_KEYS: z
    .string({ error: "is missing: without a key no credentials can be stored. Form: id:base64 of 32 random bytes" })
    .transform((text, context) => {
      const parsed = parseKeyRing(text);
      if (parsed.ok) return parsed.keyRing;
      context.addIssue({ code: "custom", message: parsed.problem });
      return z.NEVER;
    }),
  CASH_WSDL_URL: address.default("https://www.cashweb.nl/?api/3.0/wsdl"),
  CASH_FIELD_MAP: z
    .string()
    .optional()
    .transform((text, context): unknown => {
      if (text === undefined || text.trim() === "") return {};
      const overrides = parseJson(text);
      const problems = overrides.ok ? (fieldMapSchema.safeParse(overrides.value).error?.issues ?? []) : [{ path: [], message: "must be JSON, for example {\"articleType\":\"F2262\"}" }];
      for (const { path, message } of problems) context.addIssue({ code: "custom", message: [...path, message].join(": ") });
      return overrides.ok && problems.length === 0 ? overrides.value : z.NEVER;
    }),
  EASYBILL_API_URL: address.default("https://api.easybill.de/rest/v1"),
  INNGEST_BASE_URL: address.optional(),
  INNGEST_EVENT_KEY: z.string().min(1).optional(),
  INNGEST_SIGNING_KEY: z.string().min(1).optional(),
  SMTP_URL: z.string().refine((text) => readMailServer(text, "http://localhost") !== null, "must have the form smtp://user:password@host:587?from=no-reply@example.com").optional(),
  SYNC_INTERVAL_MINUTES: z.coerce.number({ error: "must be a number of minutes" }).int().min(1, "must be at least 1").max(1440, "must be at most 1440").default(15),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  SANDBOX: z.enum(["0", "1"], { error: "must be 0 or 1" }).default("1"),
});

export type Env = z.infer<typeof schema>;

/**
 * Reads and checks a set of variables.
 * @throws Error with one sentence per wrong variable; the values themselves are never repeated.
 */
export function readEnv(variables: Record<string, string | undefined>): Env {
  const filled = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const result = schema.safeParse(filled);
  if (result.success) return result.data;
  const sentences = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`);
  throw new Error(`The configuration is not complete:\n  ${sentences.join("\n  ")}`);
}

let cached: Env | undefined;

/** The environment of this process, read once on first use: `next build` needs none of it. */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}

/** The level of the process log. It stands apart because the log must work before, and without, a complete configuration. */
export function logLevel(): Env["LOG_LEVEL"] {
  return schema.shape.LOG_LEVEL.catch("info").parse(process.env.LOG_LEVEL);
}
