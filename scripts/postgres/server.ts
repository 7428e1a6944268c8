import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { z } from "zod";
import { withFileLock } from "../file-lock";
import { findFreePort, isListening } from "../free-port";
import { Problem } from "../problem";
import { prepareBinaries } from "./binaries";
import { type Cluster, type Durability, initialise, isInitialised, launch, shutDown, superuser } from "./cluster";
import { prepareDataFolder } from "./data-folder";
import { chooseServerUser } from "./server-user";

/** How to reach an embedded server; kept beside its data, so that every process finds it. */
const controlFile = z.object({ port: z.number().int(), password: z.string() });
type Control = z.infer<typeof controlFile>;

export type PostgresServer = {
  /** `true` when this call started it, `false` when it was already running. */
  readonly wasStarted: boolean;
  /** Where its files lie. */
  readonly dataFolder: string;
  /** The address of one of its databases, with user and password. */
  urlOf(database: string): string;
  /** Ends the server for everybody. */
  stop(): Promise<void>;
};

/**
 * Starts the embedded PostgreSQL of a folder, or joins the one that already runs there. The server is a daemon: it
 * stays until `stop`. Two calls at once, also from two processes, start it once.
 * `keepsPort`: it comes back where it was, for programs that know it by its address.
 * Throws a Problem when it cannot run here, or its port is taken and is to be kept.
 */
export async function startPostgres(folder: string, durability: Durability, { keepsPort = false } = {}): Promise<PostgresServer> {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, "postgres.lock");
  return withFileLock(lock, async () => {
    const user = chooseServerUser();
    const cluster: Cluster = { binaries: prepareBinaries(user), data: prepareDataFolder(folder, user), user };
    const known = readControl(folder);
    if (known && isInitialised(cluster) && (await answers(known))) return server(folder, cluster, known, false);

    const password = known?.password ?? randomBytes(24).toString("hex");
    const port = await findFreePort(known?.port);
    if (keepsPort && known && port !== known.port) throw new Problem(`Port ${known.port} of the database is taken by another program.`);
    const control: Control = { port, password };
    // Written first: a start that is cut off after initdb must not lose the password.
    writeFileSync(controlPath(folder), JSON.stringify(control), { mode: 0o600 });
    if (!isInitialised(cluster)) await initialise(cluster, password, durability);
    await launch(cluster, control.port);
    return server(folder, cluster, control, true);
  });
}

/** The running server of a folder, or `undefined`: never starts one. */
export async function findPostgres(folder: string): Promise<PostgresServer | undefined> {
  const known = existsSync(folder) ? readControl(folder) : undefined;
  if (!known || !(await answers(known))) return undefined;
  const user = chooseServerUser();
  return server(folder, { binaries: prepareBinaries(user), data: prepareDataFolder(folder, user), user }, known, false);
}

/** Whether nobody listens where the folder's server should. One that is merely too busy to answer still listens. */
export async function isPostgresGone(folder: string): Promise<boolean> {
  const known = existsSync(folder) ? readControl(folder) : undefined;
  return known !== undefined && !(await isListening(known.port));
}

/** Ends the server of a folder and removes its data for good. */
export async function erasePostgres(folder: string): Promise<void> {
  await (await findPostgres(folder))?.stop();
  rmSync(prepareDataFolder(folder, chooseServerUser()), { recursive: true });
  rmSync(folder, { recursive: true });
}

function server(folder: string, cluster: Cluster, control: Control, wasStarted: boolean): PostgresServer {
  return {
    wasStarted,
    dataFolder: cluster.data,
    urlOf: (database) => address(control, database),
    stop: () => withFileLock(join(folder, "postgres.lock"), () => shutDown(cluster)),
  };
}

function address({ port, password }: Control, database: string): string {
  return `postgresql://${superuser}:${password}@127.0.0.1:${port}/${database}`;
}

function controlPath(folder: string): string {
  return join(folder, "postgres.json");
}

function readControl(folder: string): Control | undefined {
  if (!existsSync(controlPath(folder))) return undefined;
  return controlFile.parse(JSON.parse(readFileSync(controlPath(folder), "utf8")));
}

/** Whether our server listens there: a stranger on that port would refuse our password. */
async function answers(control: Control): Promise<boolean> {
  const client = new pg.Client({ connectionString: address(control, "postgres"), connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
