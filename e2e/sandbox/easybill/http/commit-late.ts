import { sendServerError } from "../../core/faults/break-off";
import type { Exchange } from "../../core/http/exchange";
import type { ApiCall, Operation } from "../api/call";
import { ApiProblem } from "../api/problem";
import type { MetFaults } from "../faults/target";
import type { Sandbox } from "../sandbox";

/** Gives no answer, or a bad one, and does the work later; true when a fault says so. What is refused then is nobody's business any more. */
export function commitLate(exchange: Exchange, sandbox: Sandbox, operation: Operation, call: ApiCall, faults: MetFaults): boolean {
  const late = faults.get("lateCommit");
  if (late === undefined) return false;
  sandbox.clock.after(late.milliseconds, () => {
    try {
      sandbox.perform(operation, { ...call, now: sandbox.clock.now() });
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
    }
  });
  if (late.answer === "reset") exchange.reset();
  if (late.answer === "serverError") sendServerError(exchange, 503);
  return true;
}
