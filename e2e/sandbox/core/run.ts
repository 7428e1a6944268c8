import { parseArgs } from "node:util";
import type { ListenOptions } from "./http/server";

interface Arguments extends ListenOptions {
  readonly dataFolder?: string;
}

function readArguments(): Arguments {
  const { values } = parseArgs({ options: { port: { type: "string", default: "0" }, host: { type: "string", default: "127.0.0.1" }, data: { type: "string" } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`The port ${values.port} is not a number from 0 to 65535.`);
  return { port, host: values.host, ...(values.data === undefined ? {} : { dataFolder: values.data }) };
}

/** Why a start failed, in a few words. */
function explain(problem: unknown): string {
  if (!(problem instanceof Error)) return "";
  if ("code" in problem && problem.code === "EADDRINUSE" && "port" in problem) return `: port ${String(problem.port)} is taken by another program.`;
  return `: ${problem.message}`;
}

/**
 * Runs a sandbox as a program: `--port`, `--host` and `--data` say where. It prints one line of JSON with its addresses when it
 * listens, one sentence when it does not start, and ends with SIGTERM or SIGINT.
 */
export async function runSandbox<Sandbox extends { stop(): Promise<void> }>(vendor: string, start: (options: Arguments) => Promise<Sandbox>, addressesOf: (sandbox: Sandbox) => object): Promise<void> {
  try {
    const sandbox = await start(readArguments());
    const stop = () => {
      sandbox.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    };
    process.once("SIGTERM", stop);
    process.once("SIGINT", stop);
    process.stdout.write(`${JSON.stringify({ ready: true, ...addressesOf(sandbox) })}\n`);
  } catch (problem) {
    process.stderr.write(`The ${vendor} sandbox did not start${explain(problem) || "."}\n`);
    process.exitCode = 1;
  }
}
