import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { auditActions, auditFields, isAuditAction, isRecordField } from "@/lib/audit/audit-actions";
import { locales } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { projectFolder } from "@/scripts/project-folder";

const sources = ["app", "lib"].flatMap((folder) =>
  readdirSync(join(projectFolder, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(join(projectFolder, folder, file), "utf8")),
);

/** The sentence at a dotted path of the messages. */
function sentenceAt(messages: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((at, key) => (typeof at === "object" && at !== null ? Object.entries(at).find(([name]) => name === key)?.[1] : undefined), messages);
}

test("every act that is written to the audit trail has words", () => {
  const named = sources.filter((text) => /\b(audit|recordAudit)\(/.test(text)).flatMap((text) => [...text.matchAll(/\baction: "([a-z-]+\.[a-z-]+)"/g)].map(([, action]) => action ?? ""));
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((action) => !isAuditAction(action))).toEqual([]);
});

test.each(locales)("the words are there in %s", async (locale) => {
  const { audit, sync } = await loadMessages(locale);
  for (const action of auditActions) expect(sentenceAt(audit, `action.${action}`), action).toEqual(expect.any(String));
  for (const field of auditFields) expect(sentenceAt(audit, `field.${field}`), field).toEqual(expect.any(String));
  for (const field of ["debtorNumber", "price", "billable"]) {
    expect(isRecordField(field)).toBe(true);
    expect(sentenceAt(sync, `field.${field}`), field).toEqual(expect.any(String));
  }
});
