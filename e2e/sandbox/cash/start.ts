import { listen, makeServer, stopServer, type ListenOptions } from "../core/http/server";
import { connectCashSandbox, type CashSandboxControl } from "./control/client";
import { demoUsers, type CashUser } from "./credentials";
import { defaultDataOptions, type DataOptions } from "./data/options";
import { makeRoutes } from "./http/routes";
import { defaultProtocol, protocolSchema, type Protocol } from "./protocol";
import { Sandbox } from "./sandbox";

export interface CashSandboxOptions extends Partial<DataOptions>, ListenOptions {
  /** The folder for changes; without it they last until `stop`. */
  readonly dataFolder?: string;
  readonly users?: readonly CashUser[];
  /** Switches that differ from the usual behaviour; `reset` goes back to these. */
  readonly protocol?: Partial<Protocol>;
}

export interface CashSandbox extends CashSandboxControl {
  /** The page, without a slash at the end. */
  readonly url: string;
  /** The 3.0 WSDL, as `CASH_WSDL_URL` names it. */
  readonly wsdlUrl: string;
  /** The WSDL of 2015. */
  readonly wsdl2015Url: string;
  /** Breaks off every open connection and stops listening. */
  stop(): Promise<void>;
}

function completeData(options: CashSandboxOptions): DataOptions {
  const { seed, relations, secondRelations, articles, warehouses, employees } = { ...defaultDataOptions, ...options };
  return { seed, relations, articles, warehouses, employees, ...(secondRelations === undefined ? {} : { secondRelations }) };
}

/**
 * Starts a stand-in of the Cash server in this process.
 * @throws the system's error when the port is taken.
 */
export async function startCashSandbox(options: CashSandboxOptions = {}): Promise<CashSandbox> {
  const sandbox = new Sandbox({
    data: completeData(options),
    users: options.users ?? demoUsers,
    protocol: protocolSchema.parse({ ...defaultProtocol, ...options.protocol }),
    dataFolder: options.dataFolder,
  });
  const server = makeServer(makeRoutes(sandbox));
  const url = await listen(server, options);
  return {
    ...connectCashSandbox(url),
    url,
    wsdlUrl: `${url}/?api/3.0/wsdl`,
    wsdl2015Url: `${url}/?api/wsdl`,
    stop: async () => {
      await stopServer(server);
      sandbox.close();
    },
  };
}
