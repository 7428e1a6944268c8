import type { Exchange } from "../http/exchange";
import type { CommitMoment } from "./limits";

/** The faults of a request that every sandbox has; a server error says its status. */
interface BreakingFaults {
  get(kind: "timeout" | "reset" | "serverError"): { readonly when: CommitMoment; readonly status?: number } | undefined;
}

/** Answers as a server does that has broken down. */
export function sendServerError(exchange: Exchange, status: number): void {
  exchange.send(status, "text/html; charset=utf-8", `<html><body><h1>${status}</h1></body></html>`);
}

/** Faults that take the place of an answer; true when one did. */
export function breakOff(exchange: Exchange, faults: BreakingFaults, moment: CommitMoment): boolean {
  if (faults.get("timeout")?.when === moment) return true;
  if (faults.get("reset")?.when === moment) {
    exchange.reset();
    return true;
  }
  const serverError = faults.get("serverError");
  if (serverError?.when !== moment) return false;
  sendServerError(exchange, serverError.status ?? 503);
  return true;
}
