import { parseArgs } from "node:util";
import { readSettings } from "./settings";
import { startEasybillSandbox } from "./start";

function readArguments(): { port: number; host: string; dataFolder: string | undefined } {
  const { values } = parseArgs({ options: { port: { type: "string", default: "0" }, host: { type: "string", default: "127.0.0.1" }, data: { type: "string" } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`The port ${values.port} is not a number from 0 to 65535.`);
  return { port, host: values.host, dataFolder: values.data };
}

/** One sentence about a start that failed. */
function explain(problem: unknown): string {
  if (!(problem instanceof Error)) return "The EasyBill sandbox did not start.";
  if ("code" in problem && problem.code === "EADDRINUSE" && "port" in problem) {
    return `The EasyBill sandbox did not start: port ${String(problem.port)} is taken by another program.`;
  }
  return `The EasyBill sandbox did not start: ${problem.message}`;
}

async function run(): Promise<void> {
  const { port, host, dataFolder } = readArguments();
  const sandbox = await startEasybillSandbox({ ...readSettings(), port, host, ...(dataFolder === undefined ? {} : { dataFolder }) });
  const stop = () => {
    sandbox.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  process.stdout.write(`${JSON.stringify({ ready: true, url: sandbox.url, apiUrl: sandbox.apiUrl })}\n`);
}

run().catch((problem: unknown) => {
  process.stderr.write(`${explain(problem)}\n`);
  process.exitCode = 1;
});
