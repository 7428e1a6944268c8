import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { withAdministrator } from "@/e2e/support/administrator";
import { applyMigrations } from "../migrations/apply-migrations";
import { readMigrations } from "../migrations/read-migrations";
import { startPostgres } from "../postgres/server";
import { endProgram, spawnProgram } from "../start/child-process";

const ready = z.object({ ready: z.literal(true), url: z.string(), wsdlUrl: z.string() });

/** A database server and a vendor of their own, and the variables with which the application finds them. */
export type Surroundings = {
  relations: number;
  sandboxUrl: string;
  /** A new, migrated database. */
  createDatabase: (name: string) => Promise<string>;
  databaseUrl: (name: string) => string;
  variables: (databaseUrl: string) => Record<string, string>;
  close: () => Promise<void>;
};

/** Starts a PostgreSQL that writes to the disk as the application's does, and the stand-in for Cash as a process of its own. */
export async function openSurroundings(relations: number): Promise<Surroundings> {
  const folder = mkdtempSync(join(tmpdir(), "outsmart-bench-"));
  const postgres = await startPostgres(folder, "durable");
  const path = process.env.PATH ?? "";
  const environment = { PATH: path, SANDBOX_CASH_RELATIONS: String(relations) };
  const lines: string[] = [];
  const sandbox = spawnProgram({ name: "sandbox", script: ["e2e/sandbox/cash/main.ts"], environment }, ({ text }) => lines.push(text));
  const close = async () => {
    await endProgram(sandbox);
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  while (lines.length === 0 && sandbox.exitCode === null) await sleep(50);
  if (sandbox.exitCode !== null) {
    await close();
    throw new Error(`The stand-in for Cash did not start: ${lines.join(" ")}`);
  }
  const { url, wsdlUrl } = ready.parse(JSON.parse(lines[0] ?? ""));
  const secrets = { AUTH_SECRET: randomBytes(32).toString("hex"), CREDENTIALS_KEYS: `bench:${randomBytes(32).toString("base64")}` };
  return {
    relations,
    sandboxUrl: url,
    createDatabase: async (name) => {
      await withAdministrator(postgres.urlOf("postgres"), (client) => client.query(`CREATE DATABASE "${name}"`));
      await applyMigrations(postgres.urlOf(name), readMigrations());
      return postgres.urlOf(name);
    },
    databaseUrl: (name) => postgres.urlOf(name),
    variables: (databaseUrl) => ({ PATH: path, DATABASE_URL: databaseUrl, CASH_WSDL_URL: wsdlUrl, LOG_LEVEL: "error", ...secrets }),
    close,
  };
}
