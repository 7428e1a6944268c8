import { readEnv } from "@/lib/env";
import { findFreePort, isPortFree } from "../free-port";
import { Problem, sentenceOf } from "../problem";
import { makeEngineKeys, type Variables } from "./environment-file";

export type Mode = "production" | "development";

export type SandboxPorts = { readonly cash: number; readonly easybill: number };

/** What one start will run, decided before anything is started. */
export type Configuration = {
  readonly mode: Mode;
  readonly dataFolder: string;
  /** The port of the web server. */
  readonly port: number;
  /** Where people reach the application. */
  readonly address: string;
  /** Undefined: the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
  /** The address of the local job engine; undefined where INNGEST_BASE_URL names a server of its own. */
  readonly engineAddress: string | undefined;
  /** The ports of the vendors' stand-ins; undefined without sandboxes. */
  readonly sandboxPorts: SandboxPorts | undefined;
  /** What the sandboxes are told about their data. */
  readonly sandboxVariables: Readonly<Record<string, string>>;
  /** The application's variables, complete but for DATABASE_URL. */
  readonly variables: Readonly<Record<string, string>>;
};

/** Every variable the application reads; others in the environment are not handed on to it. */
const applicationVariables = [
  "AUTH_SECRET",
  "CREDENTIALS_KEYS",
  "CASH_WSDL_URL",
  "CASH_FIELD_MAP",
  "EASYBILL_API_URL",
  "INNGEST_BASE_URL",
  "INNGEST_EVENT_KEY",
  "INNGEST_SIGNING_KEY",
  "SMTP_URL",
  "SYNC_INTERVAL_MINUTES",
  "LOG_LEVEL",
  "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY",
];

/**
 * Decides ports, addresses and variables.
 * Throws a Problem when the port is taken, or with one sentence per wrong variable.
 */
export async function configure(given: Variables, mode: Mode, dataFolder: string): Promise<Configuration> {
  const port = await choosePort(given.PORT);
  const address = given.APP_URL ?? `http://localhost:${port}`;
  const hasSandbox = given.SANDBOX !== "0";
  const enginePort = given.INNGEST_BASE_URL ? undefined : await findFreePort(8288);
  const sandboxPorts = hasSandbox ? { cash: await findFreePort(8401), easybill: await findFreePort(8402) } : undefined;
  const engineAddress = enginePort === undefined ? undefined : `http://127.0.0.1:${enginePort}`;

  const variables = {
    ...(engineAddress ? { ...makeEngineKeys(), INNGEST_BASE_URL: engineAddress } : {}),
    ...(sandboxPorts ? describeSandboxes(sandboxPorts) : {}),
    ...pick(given, applicationVariables),
    APP_URL: address,
    PORT: String(port),
    SANDBOX: hasSandbox ? "1" : "0",
    // The SDK of the jobs is in its signed mode with this alone.
    INNGEST_DEV: "0",
  };
  refuseWrongVariables({ ...variables, SANDBOX: given.SANDBOX, DATABASE_URL: given.DATABASE_URL ?? "postgresql://embedded" });
  const sandboxVariables = pick(given, Object.keys(given).filter((name) => name.startsWith("SANDBOX_") || name === "LOG_LEVEL"));
  return { mode, dataFolder, port, address, databaseUrl: given.DATABASE_URL, engineAddress, sandboxPorts, sandboxVariables, variables };
}

/** Where the stand-ins are asked, and where a person sees an order in that of Cash. */
function describeSandboxes({ cash, easybill }: SandboxPorts): Record<string, string> {
  const orderUrl = `http://127.0.0.1:${cash}/#/2400/{number}?administration={administration}`;
  return {
    CASH_WSDL_URL: `http://127.0.0.1:${cash}/?api/3.0/wsdl`,
    CASH_FIELD_MAP: JSON.stringify({ orderUrl }),
    EASYBILL_API_URL: `http://127.0.0.1:${easybill}/rest/v1`,
  };
}

async function choosePort(wanted: string | undefined): Promise<number> {
  const port = Number(wanted ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Problem(`PORT must be a number from 0 to 65535; it is "${wanted}".`);
  if (port === 0) return findFreePort();
  for (const host of [undefined, "0.0.0.0", "127.0.0.1"]) {
    if (await isPortFree(port, host)) continue;
    throw new Problem(`Port ${port} is taken by another program. Stop that, or choose another port: PORT=${port + 1} npm start`);
  }
  return port;
}

function refuseWrongVariables(variables: Variables): void {
  try {
    readEnv(variables);
  } catch (error) {
    throw new Problem(sentenceOf(error));
  }
}

function pick(variables: Variables, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (variables[name] ? [[name, variables[name]]] : [])));
}
