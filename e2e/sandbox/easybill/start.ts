import { listen, makeServer, stopServer, type ListenOptions } from "../core/http/server";
import { connectEasybillSandbox, type EasybillSandboxControl } from "./control/client";
import { demoCompanies, demoKeys } from "./credentials";
import { defaultDataOptions, type CompanyId, type DataOptions } from "./data/options";
import { basePath } from "./http/api-route";
import { makeRoutes } from "./http/routes";
import { defaultProtocol, protocolSchema, type Protocol } from "./protocol";
import { Sandbox } from "./sandbox";

export interface EasybillSandboxOptions extends Partial<DataOptions>, ListenOptions {
  /** The folder for changes; without it they last until `stop`. */
  readonly dataFolder?: string;
  /** Switches that differ from the usual behaviour; `reset` goes back to these. */
  readonly protocol?: Partial<Protocol>;
  /** How many times faster than real time the sandbox's clock runs; `reset` goes back to it. */
  readonly clockSpeed?: number;
}

export interface EasybillSandbox extends EasybillSandboxControl {
  /** The page, without a slash at the end. */
  readonly url: string;
  /** Where the API is, as `EASYBILL_API_URL` names it. */
  readonly apiUrl: string;
  /** The keys of the start. */
  readonly keys: Readonly<Record<CompanyId, string>>;
  /** Breaks off every open connection and stops listening. */
  stop(): Promise<void>;
}

function completeData(options: EasybillSandboxOptions): DataOptions {
  const { seed, customers, plusCustomers, positions, plusPositions, logins, contacts } = { ...defaultDataOptions, ...options };
  return {
    seed,
    customers,
    positions,
    logins,
    contacts,
    ...(plusCustomers === undefined ? {} : { plusCustomers }),
    ...(plusPositions === undefined ? {} : { plusPositions }),
  };
}

/**
 * Starts a stand-in of EasyBill in this process.
 * @throws the system's error when the port is taken.
 */
export async function startEasybillSandbox(options: EasybillSandboxOptions = {}): Promise<EasybillSandbox> {
  const sandbox = new Sandbox({
    data: completeData(options),
    companies: demoCompanies,
    protocol: protocolSchema.parse({ ...defaultProtocol, ...options.protocol }),
    clockSpeed: options.clockSpeed ?? 1,
    dataFolder: options.dataFolder,
  });
  const server = makeServer(makeRoutes(sandbox));
  const url = await listen(server, options);
  return {
    ...connectEasybillSandbox(url),
    url,
    apiUrl: `${url}${basePath}`,
    keys: demoKeys,
    stop: async () => {
      sandbox.close();
      await stopServer(server);
    },
  };
}
