import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { startCashSandbox } from "@/e2e/sandbox/cash/start";
import { createCashConnector } from "../connector";
import { readFieldMap } from "../field-map";
import { knownFrom, openConversation } from "./conversation";

/**
 * Prints how fast the relations of a stand-in of Cash, in a process of its own, are read, judged and checked here, and how much
 * memory this process takes at most. The second figure hardly depends on what else the machine does. `npx tsx lib/connectors/cash/testing/bench-export.ts [relations]`
 */
async function run(relations: number): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", fileURLToPath(import.meta.url), String(relations), "sandbox"], { stdio: ["pipe", "pipe", "inherit"] });
  try {
    const [wsdlUrl]: string[] = await once(createInterface(child.stdout), "line");
    if (wsdlUrl === undefined) throw new Error("The sandbox did not start.");
    await measure(wsdlUrl);
  } finally {
    child.kill();
  }
}

async function measure(wsdlUrl: string): Promise<void> {
  const retrieval = createCashConnector(() => ({ wsdlUrl, fieldMap: readFieldMap({}) })).retrievals.find(({ id }) => id === "relations");
  if (retrieval === undefined) throw new Error("There is no retrieval of relations.");
  const { context, exchanges } = openConversation();
  const begin = performance.now();
  const cpuBefore = process.cpuUsage();
  let records = 0;
  let greatestMemory = 0;
  for await (const event of retrieval.read(context, { mode: "complete", since: null, resume: null, kinds: new Set(retrieval.kinds), known: knownFrom() })) {
    if (event.type === "page") records += event.records.length;
    greatestMemory = Math.max(greatestMemory, process.memoryUsage.rss());
  }
  const seconds = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const cpuSeconds = (user + system) / 1_000_000;
  const megabytes = exchanges.reduce((sum, exchange) => sum + exchange.answerSize, 0) / 1_000_000;
  process.stdout.write(
    `${records} records out of ${megabytes.toFixed(0)} MB in ${seconds.toFixed(2)} s: ${Math.round(records / seconds)} a second ` +
      `(${Math.round(records / cpuSeconds)} a second of processor time), at most ${(greatestMemory / 1_000_000).toFixed(0)} MB of resident memory\n`,
  );
}

async function serve(relations: number): Promise<void> {
  const sandbox = await startCashSandbox({ relations, protocol: { requestsPerMinute: 0 } });
  process.stdout.write(`${sandbox.wsdlUrl}\n`);
}

const [count = "100000", role] = process.argv.slice(2);
await (role === "sandbox" ? serve(Number(count)) : run(Number(count)));
