import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { isPortFree } from "../free-port";
import { sentenceOf } from "../problem";
import { isAlive } from "../process-alive";
import { type RunningApplication, startApplication } from "../start/application";
import type { Configuration } from "../start/configuration";
import type { Surroundings } from "../start/surroundings";
import type { Stage } from "./stage";

/** What `npm start` promises beyond the pages: it heals, ends completely, and keeps its data. */
export function startStage(decide: () => Promise<Configuration>, surroundings: Surroundings): Stage {
  return {
    name: "start and stop",
    async run() {
      const configuration = await decide();
      const start = () => startApplication(configuration, surroundings);
      const failures: string[] = [];
      const promise = async (sentence: string, check: () => Promise<void>) => {
        await check().catch((error: unknown) => failures.push(`${sentence}: ${sentenceOf(error)}`));
      };

      const first = await start();
      const pids = first.programs.map((program) => program.pid);
      try {
        await run(first.databaseUrl, "CREATE TABLE kept_over_restart (id int)");
        await promise("killed processes come back by themselves", () => killAndAwait(first, configuration.port));
      } finally {
        pids.push(...first.programs.map((program) => program.pid));
        await first.stop();
      }
      await promise("an end leaves no process and no port behind", async () => {
        const left = pids.filter((pid) => pid !== undefined && isAlive(pid));
        if (left.length > 0) throw new Error(`processes ${left.join(", ")} still run`);
        if (!(await isPortFree(configuration.port))) throw new Error(`port ${configuration.port} is still taken`);
      });
      await promise("a second start keeps all data", async () => {
        const second = await start();
        try {
          await run(second.databaseUrl, "DROP TABLE kept_over_restart");
        } finally {
          await second.stop();
        }
      });
      return { tally: { passed: 3 - failures.length, failed: failures.length }, report: failures.join("\n") };
    },
  };
}

/** Kills the web server and the job engine as an operating system out of memory does, and waits until both are back. */
async function killAndAwait({ programs }: RunningApplication, port: number): Promise<void> {
  const victims = programs.map((program) => ({ program, pid: program.pid }));
  for (const { pid } of victims) if (pid !== undefined) process.kill(pid, "SIGKILL");
  const isBack = async () =>
    victims.every(({ program, pid }) => program.pid !== pid && program.pid !== undefined && isAlive(program.pid)) &&
    (await fetch(`http://127.0.0.1:${port}/api/health`).then(({ ok }) => ok, () => false));
  for (const deadline = Date.now() + 60_000; !(await isBack()); await sleep(200)) {
    if (Date.now() > deadline) throw new Error("not after a minute");
  }
}

async function run(databaseUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
