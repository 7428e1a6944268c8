import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { join } from "node:path";
import { z } from "zod";
import { withFileLock } from "../file-lock";
import { Problem } from "../problem";

const claimFile = z.object({ pid: z.number(), port: z.number(), address: z.string() });

/**
 * Makes sure that one application at a time works with a data folder. The claim ends with the process, however that
 * ends: a second start asks the first one itself, over a port of its own, whether it is still there.
 * Throws a Problem that names the application already running.
 */
export async function claimFolder(folder: string, address: string): Promise<() => Promise<void>> {
  const file = join(folder, "running.json");
  return withFileLock(join(folder, "claim.lock"), async () => {
    await refuseSecondStart(folder);
    const server = await announce(folder);
    const listening = server.address();
    const port = typeof listening === "object" && listening ? listening.port : 0;
    writeFileSync(file, JSON.stringify({ pid: process.pid, port, address }));
    return async () => {
      rmSync(file, { force: true });
      await new Promise((resolve) => server.close(resolve));
    };
  });
}

/** Throws a Problem that names the application that runs with this data folder, if one does. */
export async function refuseSecondStart(folder: string): Promise<void> {
  const earlier = await findRunning(folder);
  if (earlier) throw new Problem(`It is already running at ${earlier.address} (process ${earlier.pid}). Stop it first.`);
}

/** The application that runs with this data folder, with the address at which people reach it; null when none does. */
export async function findRunning(folder: string): Promise<{ readonly pid: number; readonly address: string } | null> {
  const file = join(folder, "running.json");
  const claim = existsSync(file) ? claimFile.safeParse(JSON.parse(readFileSync(file, "utf8"))).data : undefined;
  return claim && (await nameBehind(claim.port)) === folder ? claim : null;
}

/** Answers everybody who connects with the folder this process works with. */
function announce(folder: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on("error", () => socket.destroy());
      socket.end(folder);
    });
    server.unref();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

function nameBehind(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", timeout: 2_000 });
    let text = "";
    socket.on("data", (chunk: Buffer) => (text += chunk.toString()));
    socket.once("timeout", () => socket.destroy());
    socket.once("error", () => resolve(undefined));
    socket.once("close", () => resolve(text));
  });
}
