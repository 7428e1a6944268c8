import type { FaultSchedule, AnyFault } from "../faults/schedule";

/** What a sandbox lets itself be switched by. */
interface Switched<Fault extends AnyFault, Protocol> {
  readonly faults: Pick<FaultSchedule<Fault, never>, "add" | "replace">;
  changeProtocol(changes: Protocol): void;
  reset(scope: "switches" | "data"): void;
}

interface Switches<Fault, Protocol> {
  readonly reset?: true | "data" | undefined;
  readonly faults?: readonly Fault[] | undefined;
  readonly addFaults?: readonly Fault[] | undefined;
  readonly protocol?: Protocol | undefined;
}

/** Does what a `POST /_control` asks for. */
export function applySwitches<Fault extends AnyFault, Protocol>(sandbox: Switched<Fault, Protocol>, { reset, faults, addFaults, protocol }: Switches<Fault, Protocol>): void {
  if (reset !== undefined) sandbox.reset(reset === "data" ? "data" : "switches");
  if (faults !== undefined) sandbox.faults.replace(faults);
  if (addFaults !== undefined) sandbox.faults.add(addFaults);
  if (protocol !== undefined) sandbox.changeProtocol(protocol);
}
