import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { readEnv } from "@/lib/env";

const complete = {
  DATABASE_URL: "postgresql://outsmart:geheim@127.0.0.1:5432/outsmart",
  AUTH_SECRET: randomBytes(32).toString("base64"),
  CREDENTIALS_KEYS: `k1:${randomBytes(32).toString("base64")}`,
};

/** The sentences a wrong environment is refused with, without the heading. */
function sentencesOf(variables: Record<string, string | undefined>): string[] {
  try {
    readEnv({ ...complete, ...variables });
    return [];
  } catch (error) {
    return error instanceof Error ? error.message.split("\n").slice(1).map((line) => line.trim()) : [];
  }
}

test("the three that must be there are enough; the rest has its default", () => {
  expect(readEnv(complete)).toMatchObject({ APP_URL: "http://localhost:3000", PORT: 3000, SYNC_INTERVAL_MINUTES: 15, LOG_LEVEL: "info", SANDBOX: "1", CASH_FIELD_MAP: {} });
});

test("an empty variable counts as one that is not set", () => {
  expect(readEnv({ ...complete, PORT: "", CASH_FIELD_MAP: "", INNGEST_BASE_URL: "" })).toMatchObject({ PORT: 3000, CASH_FIELD_MAP: {} });
  expect(sentencesOf({ AUTH_SECRET: "" })).toHaveLength(1);
});

const wrong = {
  DATABASE_URL: "mysql://wrong-secret-value@host/db",
  APP_URL: "ftp://wrong-secret-value",
  PORT: "wrong-secret-value",
  AUTH_SECRET: "wrong-secret-value",
  CREDENTIALS_KEYS: "k1:wrong-secret-value",
  CASH_WSDL_URL: "wrong-secret-value",
  CASH_FIELD_MAP: "{wrong-secret-value",
  EASYBILL_API_URL: "wrong-secret-value",
  INNGEST_BASE_URL: "wrong-secret-value",
  SMTP_URL: "wrong-secret-value",
  SYNC_INTERVAL_MINUTES: "wrong-secret-value",
  LOG_LEVEL: "wrong-secret-value",
  SANDBOX: "wrong-secret-value",
  NODE_ENV: "wrong-secret-value",
} as const;

test.each(Object.entries(wrong))("a wrong %s is refused with one sentence that names it and does not repeat the value", (name, value) => {
  const sentences = sentencesOf({ [name]: value });
  expect(sentences).toHaveLength(1);
  expect(sentences[0]).toMatch(new RegExp(`^${name} .+\\.$`));
  expect(sentences[0]).not.toContain("wrong-secret-value");
});

test("all wrong variables are named at once", () => {
  const sentences = sentencesOf(wrong);
  expect(sentences.map((sentence) => sentence.split(" ")[0]).sort()).toEqual(Object.keys(wrong).sort());
  expect(sentences.join()).not.toContain("wrong-secret-value");
});

test.each(["DATABASE_URL", "AUTH_SECRET", "CREDENTIALS_KEYS"])("without %s nothing starts", (name) => {
  expect(sentencesOf({ [name]: undefined })).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
});

test.each([
  ["PORT", "70000"],
  ["PORT", "1.5"],
  ["SYNC_INTERVAL_MINUTES", "0"],
  ["SYNC_INTERVAL_MINUTES", "1441"],
  ["SYNC_INTERVAL_MINUTES", "2.5"],
])("%s=%s is out of range", (name, value) => {
  expect(sentencesOf({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
});

test("CASH_FIELD_MAP is read as JSON", () => {
  expect(readEnv({ ...complete, CASH_FIELD_MAP: '{"articleType":"F2262"}' }).CASH_FIELD_MAP).toEqual({ articleType: "F2262" });
});

test("an override of a field of Cash that does not exist stops the start", () => {
  expect(() => readEnv({ ...complete, CASH_FIELD_MAP: '{"articleTyp":"F2262"}' })).toThrow(/CASH_FIELD_MAP .*articleTyp/);
  expect(() => readEnv({ ...complete, CASH_FIELD_MAP: '{"articleType":"two"}' })).toThrow(/CASH_FIELD_MAP articleType/);
});
