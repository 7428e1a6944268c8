import type { OperationName } from "../api/operation-names";
import { ApiProblem } from "../api/problem";
import type { FoundRoute } from "../api/routes";
import type { Company } from "../data/company";
import type { MetFaults } from "../faults/target";
import type { Sandbox } from "../sandbox";

/** 429, with the seconds to wait where the vendor says them. */
export class TooManyRequests extends ApiProblem {
  constructor(readonly retryAfterSeconds: number | undefined) {
    super(429, "Too Many Requests");
  }
}

/** Operations that answer 409 while another process works on their document. */
const lockable: ReadonlySet<OperationName> = new Set(["updateDocument", "deleteDocument", "finishDocument"]);

function checkLock({ locks, clock }: Sandbox, { route, ids: [documentId] }: FoundRoute, faults: MetFaults): void {
  if (!lockable.has(route.operation) || documentId === undefined) return;
  const fault = faults.get("locked");
  if (fault?.milliseconds !== undefined) locks.lockOnce(documentId, clock.now() + fault.milliseconds);
  const isLockedByFault = fault !== undefined && fault.milliseconds === undefined;
  if (isLockedByFault || locks.isLocked(documentId, clock.now())) throw new ApiProblem(409, "Resource is locked. Try again later.");
}

/**
 * Checks the key, counts the request against the plan's limit, and lets faults refuse it.
 * @throws ApiProblem 401, 429, 409, or what a fault says.
 */
export function admit(sandbox: Sandbox, company: Company | undefined, found: FoundRoute, faults: MetFaults): Company {
  const { protocol, rateWindow, clock } = sandbox;
  if (company === undefined || company.key.isRevoked || faults.has("unauthorized")) throw new ApiProblem(401, "Unauthorized");
  const limited = faults.get("rateLimited");
  if (limited !== undefined) throw new TooManyRequests(limited.retryAfterSeconds);
  const verdict = rateWindow.take(company.id, protocol.requestsPerMinute[company.plan], protocol.rateWindowMilliseconds, clock.now());
  if (!verdict.ok) throw new TooManyRequests(protocol.sendsRetryAfter ? verdict.secondsToWait : undefined);
  checkLock(sandbox, found, faults);
  const refused = faults.get("refused");
  if (refused !== undefined) throw new ApiProblem(refused.status, refused.message);
  return company;
}
