import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { locales } from "@/lib/i18n/locales";
import { issueRemedy } from "@/lib/issues/issue-remedy";
import { projectFolder } from "@/scripts/project-folder";
import { hrefOf, type Failure, type Made } from "./failure";
import { lendOffice } from "./lend-office";
import type { Office } from "./office";
import { isGreen, openIssues, readTroubles, tellEntry, tellIntegration, tellIssue, tellLastRun, tellWorkOrder } from "./tell";
import { visitOffices } from "./visit-offices";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Whether the application has a page at an address. */
function hasPage(href: string): boolean {
  const segments = (href.split(/[?#]/)[0] ?? "").split("/").filter(Boolean);
  const folder = segments.reduce((found, segment) => {
    if (existsSync(join(found, segment))) return join(found, segment);
    const parameter = existsSync(found) ? readdirSync(found).find((name) => name.startsWith("[")) : undefined;
    return join(found, parameter ?? segment);
  }, join(projectFolder, "app", "(app)"));
  return existsSync(join(folder, "page.tsx"));
}

/** Goes through a failure from its cause to its end. */
async function goThrough<OneOffice extends Office>(office: OneOffice, failure: Failure<OneOffice>): Promise<void> {
  const { cause, subject, severity, says, todo, leadsTo } = failure;
  const since = office.engine.timing.now();
  const made: Made = (await failure.make(office)) ?? {};
  await office.settle();

  const issues = await openIssues(office);
  expect.soft(issues.map((one) => ({ cause: one.cause, subject: one.subject, severity: one.severity }))).toEqual([{ cause, subject, severity }]);
  const [issue] = issues;
  if (!issue) throw new Error("There is no issue");
  const name = failure.names?.replace("{workOrder}", made.workOrder?.number ?? "?") ?? "";
  const run = await tellLastRun(office);
  const remedy = issueRemedy(issue);
  expect.soft({ label: remedy.label, href: remedy.href }).toEqual({ label: leadsTo.label, href: hrefOf(failure, { ...made, runId: run?.id }) });
  expect.soft(hasPage(remedy.href), remedy.href).toBe(true);

  const told = await tellIssue(office, issue);
  expect.soft(told.text).toMatch(says);
  expect.soft(told.text).toMatch(todo);
  expect.soft(told.text).toContain(name);
  const entries = await readTroubles(office, since);
  for (const entry of entries) expect.soft([entry.operation, entry.issueId]).toEqual([entry.operation, issue.id]);
  for (const entry of entries) {
    const { text } = await tellEntry(entry);
    expect.soft(text, entry.operation).toMatch(says);
    expect.soft(text, entry.operation).toMatch(todo);
    expect.soft(text, entry.operation).toContain(name);
  }
  if (made.workOrder) {
    const answer = await tellWorkOrder(office, made.workOrder);
    expect.soft(answer.text).toMatch(says);
    expect.soft(answer.text).toMatch(todo);
    expect.soft(answer.issueIds).toEqual([issue.id]);
    if (failure.isBooked !== true) expect.soft(isGreen(answer.mark), "the work order").toBe(false);
  }
  for (const locale of locales) {
    await tellIssue(office, issue, locale);
    for (const entry of entries) await tellEntry(entry, locale);
    if (made.workOrder) await tellWorkOrder(office, made.workOrder, locale);
  }
  expect.soft(isGreen(await tellIntegration(office)), "the integration").toBe(false);
  // A verdict is green where the sync came to its end without an error, whatever else is wrong.
  if (run && leadsTo.href.startsWith("/runs/")) expect.soft(isGreen(run), "the sync").toBe(false);

  await failure.mend(office, made);
  await office.settle();
  expect.soft((await openIssues(office)).map((one) => `${one.cause} ${one.subject}`)).toEqual([]);
  expect.soft(isGreen(await tellIntegration(office)), "the integration, mended").toBe(true);
}

// A promise for each: told everywhere alike, and over when its cause is.
visitOffices((name, failures, open) => {
  describe(name, () => {
    const office = lendOffice(() => open(database.url));
    afterAll(office.close);
    test.each(failures)("$name", { timeout: 5 * 60_000 }, (failure) => office.use((one) => goThrough(one, failure)));
  });
});
