import { type EngineTiming, productionEngineTiming } from "@/inngest/local/timing";

/** Short enough for a test to wait for, long enough for a busy machine. */
export const fastTiming: EngineTiming = {
  ...productionEngineTiming,
  callLease: 3000,
  callHeartbeat: 500,
  poll: 500,
  appRetryFirst: 50,
  appRetryLongest: 300,
  resync: 1000,
  retryDelays: [50, 100, 150],
  retryJitter: 0,
  interruptionDelay: 50,
  stopGrace: 300,
  registrationGrace: 300,
  databaseRetry: 100,
};
