/** All time-outs, back-offs and intervals of the engine, in milliseconds. Passed in, so that tests can shorten them. */
export type EngineTiming = {
  /** A call whose engine has not been heard of for so long is made again. */
  callLease: number;
  callHeartbeat: number;
  /** Longest pause between two looks at the database; notifications make it shorter. */
  poll: number;
  /** While the app does not answer: first pause between two knocks, doubled up to the longest. */
  appRetryFirst: number;
  appRetryLongest: number;
  /** How often the app is asked for its functions while all is well. */
  resync: number;
  syncTimeout: number;
  connectTimeout: number;
  /** Until the app has answered a call, however long its step takes. */
  callTimeout: number;
  /** Pauses before the second, third … try; the last one repeats. */
  retryDelays: readonly number[];
  /** Share by which a pause is lengthened at random, so that failed runs do not return all at once. */
  retryJitter: number;
  /** Pause after a call was cut off without an answer, and how many of those in a row cost no attempt. */
  interruptionDelay: number;
  freeInterruptions: number;
  /** Within this time a second event with the same id is ignored. */
  duplicateWindow: number;
  /** An event that no function was there for is kept for one that registers within this time. */
  lateRegistration: number;
  /** How long a stopping engine waits for the calls under way. */
  stopGrace: number;
  /** How long it waits for the app's registration under way, which would otherwise fail at the app's side. */
  registrationGrace: number;
  /** Ended runs and old events are kept for so long. */
  retention: number;
  pruneInterval: number;
  /** Pause after the database could not be reached. */
  databaseRetry: number;
};

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

export const productionEngineTiming: EngineTiming = {
  callLease: 15 * second,
  callHeartbeat: 4 * second,
  poll: 5 * second,
  appRetryFirst: 200,
  appRetryLongest: 3 * second,
  resync: 30 * second,
  syncTimeout: minute,
  connectTimeout: 5 * second,
  callTimeout: 2 * hour,
  retryDelays: [15 * second, 30 * second, minute, 2 * minute, 5 * minute, 10 * minute, 20 * minute, 40 * minute, hour, 2 * hour],
  retryJitter: 0.2,
  interruptionDelay: second,
  freeInterruptions: 10,
  duplicateWindow: day,
  lateRegistration: 2 * minute,
  stopGrace: 8 * second,
  registrationGrace: second,
  retention: 7 * day,
  pruneInterval: hour,
  databaseRetry: second,
};
