import type { Sandbox } from "../sandbox";
import type { SandboxStatus } from "./schema";

/** The switches, the clock, the keys and the counters as they are now. */
export function describeStatus({ faults, protocol, clock, journal, rateWindow, state }: Sandbox): SandboxStatus {
  return {
    faults: [...faults.list()],
    protocol,
    clock: { now: new Date(clock.now()).toISOString(), aheadMilliseconds: clock.ahead, speed: clock.speed },
    counts: journal.counts(),
    companies: state.companies.map(({ id, name, plan, key }) => ({
      id,
      name,
      plan,
      apiKey: key.apiKey,
      isKeyRevoked: key.isRevoked,
      used: rateWindow.used(id, protocol.rateWindowMilliseconds, clock.now()),
      limit: protocol.requestsPerMinute[plan],
    })),
  };
}
