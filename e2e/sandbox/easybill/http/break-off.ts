import type { Exchange } from "../../http/exchange";
import type { ApiCall, Operation } from "../api/call";
import { ApiProblem } from "../api/problem";
import type { MetFaults } from "../faults/schedule";
import type { Sandbox } from "../sandbox";

function sendServerError(exchange: Exchange, status: number): void {
  exchange.send(status, "text/html; charset=utf-8", `<html><body><h1>${status}</h1></body></html>`);
}

/** Faults that take the place of an answer; true when one did. */
export function breakOff(exchange: Exchange, faults: MetFaults, moment: "beforeCommit" | "afterCommit"): boolean {
  if (faults.get("timeout")?.when === moment) return true;
  if (faults.get("reset")?.when === moment) {
    exchange.reset();
    return true;
  }
  const serverError = faults.get("serverError");
  if (serverError?.when !== moment) return false;
  sendServerError(exchange, serverError.status);
  return true;
}

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
