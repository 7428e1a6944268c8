import { logger } from "@/lib/logger";
import { createAlarm } from "./alarm";
import { type ClaimedCall, claimCall, extendLeases, releaseCall } from "./claims";
import { executeCall, type ExecutionContext } from "./execute";
import { type Look, readPause } from "./pause";
import { fireSchedules } from "./schedules";
import { endSleeps } from "./sleeps";

export type Worker = {
  /** Something may be due. */
  wake: () => void;
  /** Waits for the calls under way, for the grace time at most, and gives the rest back. */
  stop: () => Promise<void>;
};

/** Calls one engine has under way at most. Steps wait for vendors most of the time. */
const mostCalls = 30;

/** Starts the loop that ends sleeps, fires schedules and makes calls as they become due. */
export function startWorker(context: ExecutionContext): Worker {
  const { pool, timing, presence } = context;
  const alarm = createAlarm();
  const underWay = new Map<string, { call: ClaimedCall; lost: AbortController; done: Promise<void> }>();
  let isStopping = false;

  const begin = (call: ClaimedCall) => {
    const lost = new AbortController();
    const key = `${call.id}:${call.fence}`;
    const done = executeCall(call, context, lost.signal)
      .catch((error: unknown) => logger.error({ err: error, functionId: call.functionId, runId: call.runId }, "job engine: a call was not settled; it is made again when its lease ends"))
      .finally(() => {
        underWay.delete(key);
        alarm.ring();
      });
    underWay.set(key, { call, lost, done });
  };

  const doWhatIsDue = async () => {
    await fireSchedules(pool);
    await endSleeps(pool);
    while (!isStopping && presence.isThere() && underWay.size < mostCalls) {
      const call = await claimCall(pool, timing.callLease);
      if (call === null) return;
      begin(call);
    }
  };

  const working = (async () => {
    let lastLook: string | null = null;
    while (!isStopping) {
      try {
        await doWhatIsDue();
        if (isStopping) return;
        const look: Look = await readPause(pool, lastLook, timing.poll);
        lastLook = look.at;
        await alarm.wait(look.pause);
      } catch (error) {
        logger.error({ err: error }, "job engine: the database did not do what was asked");
        await alarm.wait(timing.databaseRetry);
      }
    }
  })();

  const keepLeases = async () => {
    const held = [...underWay.values()];
    if (held.length === 0) return;
    const ours = await extendLeases(pool, held.map(({ call }) => call), timing.callLease);
    for (const { call, lost } of held) if (!ours.has(call)) lost.abort();
  };
  const heartbeat = setInterval(() => {
    keepLeases().catch((error: unknown) => logger.warn({ err: error }, "job engine: the leases could not be kept"));
  }, timing.callHeartbeat);

  return {
    wake: alarm.ring,
    stop: async () => {
      isStopping = true;
      alarm.ring();
      await working;
      const rest = [...underWay.values()];
      let timer: NodeJS.Timeout | undefined;
      const grace = new Promise((resolve) => (timer = setTimeout(resolve, timing.stopGrace)));
      await Promise.race([Promise.all(rest.map(({ done }) => done)), grace]);
      clearTimeout(timer);
      clearInterval(heartbeat);
      for (const { call, lost, done } of [...underWay.values()]) {
        lost.abort();
        await done;
        await releaseCall(pool, call);
      }
    },
  };
}
