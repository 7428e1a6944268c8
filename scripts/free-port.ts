import { randomInt } from "node:crypto";
import { connect, createServer } from "node:net";
import { codeOf } from "./problem";

/** Below those that systems give to outgoing connections: else one of these could sit on the port while whoever listens there is being started again. */
const listeningPorts = { first: 15_000, last: 32_000 };

/** The preferred port of this machine if nobody listens on it, else any free one. */
export async function findFreePort(preferred?: number, host = "127.0.0.1"): Promise<number> {
  if (preferred && (await isPortFree(preferred, host))) return preferred;
  for (let tries = 0; tries < 20; tries += 1) {
    const port = randomInt(listeningPorts.first, listeningPorts.last);
    if (await isPortFree(port, host)) return port;
  }
  const port = await tryPort(0, host);
  if (port === undefined) throw new Error(`no free port on ${host}`);
  return port;
}

/** Whether a server could listen there now. Without a host: on every address of the machine. */
export async function isPortFree(port: number, host?: string): Promise<boolean> {
  return (await tryPort(port, host)) !== undefined;
}

/** Whether somebody accepts connections on a port of this machine. */
export function isListening(port: number, host = "127.0.0.1"): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", (error) => resolve(codeOf(error) !== "ECONNREFUSED"));
  });
}

function tryPort(port: number, host: string | undefined): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.unref();
    server.once("error", (error) => {
      if (codeOf(error) === "EADDRINUSE" || codeOf(error) === "EACCES") resolve(undefined);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : undefined));
    });
  });
}
