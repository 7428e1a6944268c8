import { administrationIdentities } from "../data/options";
import { rateWindowLength } from "../protocol";
import type { Sandbox } from "../sandbox";
import type { SandboxStatus } from "./schema";

/** The switches, the clock and the counters as they are now. */
export function describeStatus(sandbox: Sandbox): SandboxStatus {
  const { faults, protocol, clock, journal, rateWindow, data } = sandbox;
  return {
    faults: [...faults.list()],
    protocol,
    clock: { now: new Date(clock.now()).toISOString(), aheadMilliseconds: clock.ahead },
    requests: { counts: journal.counts(), inLastMinute: rateWindow.usedAtMost(rateWindowLength, clock.now()) },
    administrations: [...administrationIdentities],
    data,
  };
}
