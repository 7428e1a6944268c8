import { afterAll, beforeAll, expect, test } from "vitest";
import { createLogTexts } from "@/components/log/log-texts";
import { demoCredentials } from "@/e2e/sandbox/cash/credentials";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { base64Forms } from "@/e2e/support/proof/planted";
import { findTablesWith } from "@/e2e/support/proof/search-database";
import { formats } from "@/lib/i18n/formats";
import { regionalLocales } from "@/lib/i18n/locales";
import errors from "@/lib/i18n/messages/en/errors.json";
import exports from "@/lib/i18n/messages/en/exports.json";
import log from "@/lib/i18n/messages/en/log.json";
import { eachLogRow } from "@/lib/log/read-log";
import { logFormats, writeLogFile } from "@/lib/log/log-file";
import { noLogFilters } from "@/lib/log/log-filters";
import { createTranslator } from "next-intl";
import { openCashOffice } from "./cash-office";
import { openEasybillOffice } from "./easybill-office";
import type { Office } from "./office";
import { openReportingOffice } from "./reporting-office";
import { openIssues, readTroubles, tellEntry, tellIntegration, tellIssue, tellLastRun } from "./tell";

/** Every table is searched for every form of each secret. */
const patiently = { timeout: 5 * 60_000 };

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** The log as the page hands it out, in both formats. */
async function exportLog({ db, accountId }: Office): Promise<string[]> {
  const messages = { log, exports, errors };
  const own = { locale: regionalLocales.en, messages, formats, timeZone: "UTC" };
  const texts = createLogTexts({ log: createTranslator({ ...own, namespace: "log" }), exports: createTranslator({ ...own, namespace: "exports" }), errors: createTranslator({ ...own, namespace: "errors" }), messages });
  const words = { separator: ",", header: [], cells: (row: Parameters<typeof texts.sentence>[0]) => [texts.sentence(row), JSON.stringify(row)], ...texts } as const;
  const reader = { accountId, locale: "en", timeZone: "UTC" } as const;
  return Promise.all(logFormats.map((format) => new Response(writeLogFile(eachLogRow(db, { reader, filters: noLogFilters }), format, words)).text()));
}

/** Everything that people and files are told about an office. */
async function tellAll(office: Office): Promise<string> {
  const [issues, entries] = [await openIssues(office), await readTroubles(office, new Date(0))];
  const told = [...(await Promise.all(issues.map((issue) => tellIssue(office, issue)))), ...(await Promise.all(entries.map((entry) => tellEntry(entry)))), await tellIntegration(office), await tellLastRun(office)];
  // What was sent stands below an entry when it is opened.
  const exchanges = entries.map(({ detail }) => JSON.stringify(detail));
  return [...told.map((one) => one?.html ?? ""), ...exchanges, ...(await exportLog(office))].join("\n");
}

/** Where one of the secrets is found; `open`: what is no secret and must be found, so that the search is seen to work. */
async function expectKept(office: Office, secrets: readonly string[], open: string): Promise<void> {
  await office.settle();
  const told = await tellAll(office);
  expect(told).toContain(open);
  expect(await findTablesWith(office.db, open)).toContain("log_entry");
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(10);
    for (const form of [secret, encodeURIComponent(secret), ...base64Forms(secret)]) {
      expect(told.includes(form), "told").toBe(false);
      expect(await findTablesWith(office.db, form)).toEqual([]);
    }
  }
}

test("the password of Cash is nowhere, whatever goes wrong", patiently, async () => {
  const office = await openCashOffice(database.url);
  try {
    await office.configure({});
    for (const fault of [{ kind: "serverError" }, { kind: "nonsense" }, { kind: "brokenXml" }, { kind: "loginRefused" }] as const) {
      await office.sandbox.setFaults([fault]);
      await office.sync();
      await office.enter();
      await office.send();
      await office.reconnect();
    }
    await expectKept(office, [demoCredentials.password], demoCredentials.email);
  } finally {
    await office.close();
  }
});

test("the key of EasyBill is nowhere, whatever goes wrong", patiently, async () => {
  const office = await openEasybillOffice(database.url);
  const key = office.sandbox.keys.business;
  try {
    await office.configure({});
    for (const fault of [{ kind: "serverError" }, { kind: "nonsense" }, { kind: "rateLimited" }, { kind: "unauthorized" }] as const) {
      await office.sandbox.setFaults([fault]);
      await office.sync();
      await office.enter();
      await office.send();
      await office.reconnect();
    }
    await expectKept(office, [key], "EasyBill");
  } finally {
    await office.close();
  }
});

test("the address and the secret of the webhook are nowhere, even where it is refused", patiently, async () => {
  const office = await openReportingOffice();
  try {
    const [webhook] = await office.sandbox.webhooks("business");
    const token = webhook?.url.split("/").at(-1) ?? "";
    office.reports.door.handle = () => Promise.resolve(new Response(null, { status: 502 }));
    await office.sandbox.act([{ act: "create", table: "customers", fields: { company_name: "Verloren", last_name: "Neumann" } }]);
    await office.sandbox.untilDelivered();
    await office.pass(24 * 60 * 60_000 + 1);
    await office.reports.settle();
    await expectKept(office, [token, webhook?.secret ?? ""], "EasyBill");
  } finally {
    await office.close();
  }
});
