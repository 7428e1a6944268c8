import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync, chownSync, chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Problem } from "../problem";
import type { ServerUser } from "./server-user";

/** The binaries, the folder (database files in `cluster/`, `server.log`) and the user of one PostgreSQL server. */
export type Cluster = { readonly binaries: string; readonly data: string; readonly user: ServerUser };

export const superuser = "outsmart";

/** Whether the server must survive a power cut (`durable`) or only has to be quick (tests). */
export type Durability = "durable" | "fleeting";

/**
 * Makes an empty database cluster. Sorting follows Unicode's root collation; every connection needs the password.
 * It is made beside its place and moved there complete, so that a start that is cut off leaves nothing half done.
 */
export async function initialise(cluster: Cluster, password: string, durability: Durability): Promise<void> {
  const unfinished = `${cluster.data}/unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const folder = mkdtempSync(join(tmpdir(), "outsmart-initdb-"));
  const passwordFile = join(folder, "password");
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (cluster.user) {
      chmodSync(folder, 0o711);
      chownSync(passwordFile, cluster.user.uid, cluster.user.gid);
    }
    const choices = ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=und", "--auth=scram-sha-256"];
    // Repeating the hash slows down who guesses; this password is drawn at random, and tests connect thousands of times.
    const speed = durability === "fleeting" ? ["--no-sync", "-c", "scram_iterations=1"] : [];
    await run(cluster, "initdb", ["-D", unfinished, "-U", superuser, `--pwfile=${passwordFile}`, ...choices, ...speed]);
  } finally {
    rmSync(folder, { recursive: true });
  }
  appendFileSync(join(unfinished, "postgresql.conf"), settings(durability));
  renameSync(unfinished, filesOf(cluster));
}

function filesOf(cluster: Cluster): string {
  return join(cluster.data, "cluster");
}

export function isInitialised(cluster: Cluster): boolean {
  return existsSync(filesOf(cluster));
}

/** Starts the server as a daemon and waits until it answers. */
export async function launch(cluster: Cluster, port: number): Promise<void> {
  const log = join(cluster.data, "server.log");
  try {
    await run(cluster, "pg_ctl", ["start", "-w", "-t", "120", "-D", filesOf(cluster), "-l", log, "-o", `-p ${port}`]);
  } catch (error) {
    const tail = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n").slice(-5).join("\n") : "";
    throw new Problem(`The embedded PostgreSQL in ${cluster.data} did not start.\n${tail}`, { cause: error });
  }
}

/** Ends the server; open transactions are rolled back. */
export async function shutDown(cluster: Cluster): Promise<void> {
  await run(cluster, "pg_ctl", ["stop", "-m", "fast", "-w", "-t", "120", "-D", filesOf(cluster)]);
}

function settings(durability: Durability): string {
  const lines = [
    "listen_addresses = '127.0.0.1'",
    // The path of a socket may hold 107 characters at most, which a project's folder easily exceeds.
    "unix_socket_directories = ''",
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    "max_connections = 200",
    "shared_buffers = '256MB'",
    "max_wal_size = '2GB'",
    // Parallel queries need room in /dev/shm, of which a container has 64 MB.
    "max_parallel_workers_per_gather = 0",
    "max_parallel_maintenance_workers = 0",
  ];
  if (durability === "fleeting") lines.push("fsync = off", "synchronous_commit = off", "full_page_writes = off");
  return `\n${lines.join("\n")}\n`;
}

/** Runs one of PostgreSQL's programs to its end. Its output goes to files: the daemon inherits and would keep a pipe open. */
function run(cluster: Cluster, program: string, options: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(cluster.binaries, program), options, {
      ...cluster.user,
      cwd: cluster.data,
      env: { NODE_ENV: "production", PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
      stdio: ["ignore", "ignore", program === "initdb" ? "pipe" : "ignore"],
    });
    let complaint = "";
    child.stderr?.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new Problem(`${program} ended with code ${code}. ${complaint.trim()}`));
    });
  });
}
