import { z } from "zod";
import type { ClockRequest } from "./schema";

/** What steers every sandbox over HTTP, whether it runs in this process or in another one. */
export interface SandboxControl<Status, FaultInput, Protocol> {
  status(): Promise<Status>;
  /** Takes the place of all faults; an empty list switches them off. */
  setFaults(faults: readonly FaultInput[]): Promise<Status>;
  addFaults(faults: readonly FaultInput[]): Promise<Status>;
  changeProtocol(changes: Partial<Protocol>): Promise<Status>;
  advanceClock(time: ClockRequest): Promise<Status>;
  /** "switches": everything but the data. "data": also every change and the clock. */
  reset(scope?: "switches" | "data"): Promise<Status>;
}

async function read<Output>(answer: Response, schema: z.ZodType<Output>): Promise<Output> {
  const value: unknown = await answer.json();
  if (!answer.ok) throw new Error(z.object({ error: z.string() }).parse(value).error);
  return schema.parse(value);
}

function toQuery(query: object): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, String(value)]]));
  return new URLSearchParams(given).toString();
}

/** Reads and sends below `/_control` of the sandbox at this address, without a slash at the end. */
export function connectControl(url: string) {
  return {
    get: async <Output>(path: string, query: object, schema: z.ZodType<Output>) => read(await fetch(`${url}/_control${path}?${toQuery(query)}`), schema),
    post: async <Output>(path: string, body: object, schema: z.ZodType<Output>) =>
      read(await fetch(`${url}/_control${path}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }), schema),
  };
}

/** What every sandbox can be told, with the status it answers. */
export function steer<Status, FaultInput, Protocol>(url: string, statusSchema: z.ZodType<Status>): SandboxControl<Status, FaultInput, Protocol> {
  const { get, post } = connectControl(url);
  return {
    status: () => get("", {}, statusSchema),
    setFaults: (faults) => post("", { faults }, statusSchema),
    addFaults: (faults) => post("", { addFaults: faults }, statusSchema),
    changeProtocol: (protocol) => post("", { protocol }, statusSchema),
    advanceClock: (time) => post("/clock", time, statusSchema),
    reset: (scope = "switches") => post("", { reset: scope === "data" ? "data" : true }, statusSchema),
  };
}
