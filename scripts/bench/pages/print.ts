import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext } from "@playwright/test";
import { z } from "zod";
import { testPassword } from "@/e2e/support/people";
import { signIn } from "@/e2e/support/sign-in";
import { openDatabase } from "@/lib/db";
import { erasePostgres } from "../../postgres/server";
import { startApplication } from "../../start/application";
import { configure } from "../../start/configuration";
import { makeSecrets } from "../../start/environment-file";
import { listenForInterrupt } from "../../start/interrupt";
import { postgresFolder } from "../../start/prepare-database";
import { makeProgress } from "../../start/progress";
import { findChromium } from "../../test/find-chromium";
import { fillAccount, type Amounts, type FilledAccount } from "./fill-account";
import { listPages } from "./list-pages";
import { measurePages, type PageMeasurement } from "./measure-pages";
import { makeScale } from "./weigh-scripts";

/** Milliseconds, and bytes beyond an empty page. */
const limits = { answer: 200, script: 120_000 } as const;

const share = Number(process.env.BENCH_SHARE ?? "1");
const amounts: Amounts = { entries: 1_000_000 * share, relations: 100_000 * share, workOrders: 20_000 * share, runs: 35_000 * share };

/** Fills an application of its own with a year of a busy office, and measures every page of it. Out: the exit code, 1 where a page is beyond a limit. */
export async function benchPages(): Promise<number> {
  const write = (text: string) => void process.stdout.write(text);
  const signal = listenForInterrupt(write);
  const folder = mkdtempSync(join(tmpdir(), "outsmart-bench-pages-"));
  chmodSync(folder, 0o755);
  try {
    const configuration = await configure({ ...makeSecrets(), PORT: "0", LOG_LEVEL: "error" }, "production", folder);
    const application = await startApplication(configuration, { environment: process.env, progress: makeProgress(write, signal), show: write, signal });
    try {
      const { email, examples } = await fill(application.databaseUrl, write);
      const measured: PageMeasurement[] = [];
      const browser = await chromium.launch({ executablePath: findChromium(process.env), args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"] });
      try {
        const context = await openSession(browser, application.address, email);
        const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
        for await (const one of measurePages(application.address, { addresses: listPages(examples), cookie, weigh: makeScale(context, readEmptyPage(folder)) })) {
          measured.push(one);
          write(`${describe(one)}\n`);
        }
      } finally {
        await browser.close();
      }
      return conclude(measured, write);
    } finally {
      await application.stop();
    }
  } finally {
    await erasePostgres(postgresFolder(folder));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(databaseUrl: string, write: (text: string) => void): Promise<FilledAccount> {
  const db = openDatabase(databaseUrl, { connections: 2 });
  try {
    return await fillAccount(db, amounts, (text) => write(`Filling in ${text} …\n`));
  } finally {
    await db.close();
  }
}

/** Signs in through the page. */
async function openSession(browser: Browser, address: string, email: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: address });
  const page = await context.newPage();
  await signIn(page, { email, password: testPassword });
  await page.close();
  return context;
}

const manifest = z.object({ rootMainFiles: z.array(z.string()), polyfillFiles: z.array(z.string()) });

/** The script that every page loads, even one without anything, as the build names it. */
function readEmptyPage(folder: string): ReadonlySet<string> {
  const builds = join(folder, "builds");
  const [build = ""] = readdirSync(builds);
  const { rootMainFiles, polyfillFiles } = manifest.parse(JSON.parse(readFileSync(join(builds, build, ".next", "build-manifest.json"), "utf8")));
  return new Set([...rootMainFiles, ...polyfillFiles]);
}

const isBeyond = ({ status, median, script }: PageMeasurement) => status !== 200 || median > limits.answer || script > limits.script;

function describe(one: PageMeasurement): string {
  const answer = `${one.median.toFixed(0).padStart(6)} ms ${(one.median / limits.answer).toFixed(2)}`;
  const script = `${(one.script / 1_000).toFixed(0).padStart(6)} kB ${(one.script / limits.script).toFixed(2)}`;
  return `${answer}  ${script}  ${isBeyond(one) ? "beyond" : "within"}  ${one.status}  ${one.address}`;
}

function conclude(measured: readonly PageMeasurement[], write: (text: string) => void): number {
  const beyond = measured.filter(isBeyond);
  write(`\nLimits: ${limits.answer} ms for the answer of the server, ${limits.script / 1_000} kB of script beyond an empty page that is fetched before anybody does anything; behind each stands its share of the limit.\n`);
  write(`${measured.length} pages, ${beyond.length} beyond a limit${beyond.length === 0 ? "" : ":"}\n`);
  for (const one of beyond) write(`${describe(one)}\n`);
  return beyond.length === 0 ? 0 : 1;
}
