import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectCashSandbox, type CashSandboxControl } from "@/e2e/sandbox/cash/control/client";
import { openDatabase, type Database } from "@/lib/db";
import { erasePostgres } from "@/scripts/postgres/server";
import { type RunningApplication, startApplication } from "@/scripts/start/application";
import { type Configuration, configure } from "@/scripts/start/configuration";
import { makeSecrets } from "@/scripts/start/environment-file";
import { postgresFolder } from "@/scripts/start/prepare-database";
import { makeProgress } from "@/scripts/start/progress";

/** A whole application that belongs to one spec: it may be killed, flooded and searched without disturbing the others. */
export type OwnApplication = {
  readonly configuration: Configuration;
  readonly programs: RunningApplication["programs"];
  readonly address: string;
  readonly cash: CashSandboxControl;
  readonly db: Database;
  readonly databaseUrl: string;
  /** Where its logs, its database and its sandbox lie. */
  readonly folder: string;
  /** Ends everything and removes its data. */
  stop(): Promise<void>;
};

/** What leaves the vendors' stand-ins and the job engine away: a spec has its own, or nothing must happen by itself. */
export const webServerAlone = { SANDBOX: "0", INNGEST_BASE_URL: "http://127.0.0.1:1" } as const;

/** Starts one as `npm start` does, with ports, secrets and data of its own; `variables` come on top of its configuration. */
export async function startOwnApplication(variables: Readonly<Record<string, string>> = {}): Promise<OwnApplication> {
  const folder = mkdtempSync(join(tmpdir(), "outsmart-proof-"));
  chmodSync(folder, 0o755);
  const write = (text: string) => void process.stdout.write(text);
  const { signal } = new AbortController();
  const configuration = await configure({ ...makeSecrets(), PORT: "0", ...variables }, "production", folder);
  const remove = async () => {
    await erasePostgres(postgresFolder(folder));
    rmSync(folder, { recursive: true, force: true });
  };
  const surroundings = { environment: process.env, progress: makeProgress(write, signal), show: write, signal };
  const application = await startApplication(configuration, surroundings).catch(async (error: unknown) => {
    await remove();
    throw error;
  });
  const db = openDatabase(application.databaseUrl, { connections: 2 });
  return {
    configuration,
    folder,
    db,
    databaseUrl: application.databaseUrl,
    programs: application.programs,
    address: application.address,
    cash: connectCashSandbox(`http://127.0.0.1:${configuration.sandboxPorts?.cash}`),
    stop: async () => {
      await db.close();
      await application.stop();
      await remove();
    },
  };
}
