/**
 * All time-outs, back-offs and budgets of the application, in milliseconds unless the name says otherwise.
 * It is passed in everywhere, so that tests can shorten it and the sandboxes' clocks follow.
 */
export type Timing = {
  now: () => Date;
  /** Waits; a test may let the waiting pass at once. */
  wait: (milliseconds: number) => Promise<void>;
  syncIntervalMinutes: number;
  /** A due sync without success for so long is late, then an error. */
  lateAfterMinutes: number;
  errorAfterMinutes: number;
  vendorConnectTimeout: number;
  /** Until the vendor's answer begins. */
  vendorAnswerTimeout: number;
  /** Between two pieces of a streamed answer. */
  vendorIdleTimeout: number;
  /** Window of the vendors' rate limits. */
  rateWindow: number;
  /** A running run whose worker has not been heard of for so long is taken over. */
  runLease: number;
  runHeartbeat: number;
  /** Before a step that failed for the moment is tried again, by the number of earlier tries; the last one holds for all later tries. */
  retryDelays: readonly number[];
  /** A work order's export whose worker has not been heard of for so long is taken over; a worker renews it at each request and with `runHeartbeat`. */
  exportLease: number;
  /** Before a work order that could not be sent for the moment is tried again, by the number of earlier tries; the last one holds for all later ones. */
  exportRetryDelays: readonly number[];
  /** Before the outcome of something sent is asked for, by the number of earlier look-ups; the last one holds for all later ones. */
  exportLookUpDelays: readonly number[];
  /** Between the two look-ups that prove that nothing was booked: longer than any request may take. */
  exportQuiet: number;
  /** The same where the vendor gave no ticket, so that it may still be working on what was sent. */
  exportQuietWithoutTicket: number;
  /** Between two fetches of one thing that a vendor keeps telling of: what arrives meanwhile is fetched once. */
  webhookSpacing: number;
  /** Before what concerns webhooks is tried again, by the number of earlier tries; the last one holds for all later ones. */
  webhookRetryDelays: readonly number[];
  /** Before an e-mail about an issue goes out, so that those that open within a minute share it; less than between two passes, which are a minute apart. */
  noticeGather: number;
  /** Of telling one receiver. */
  noticeTimeout: number;
  /** A notice whose worker has not told what became of it for so long is sent again, with the same message. */
  noticeLease: number;
  /** Before a notice is tried again, by the number of earlier tries; the last one holds for all later ones. */
  noticeRetryDelays: readonly number[];
  /** A notice that has failed for so long since its first try is given up. */
  noticeGiveUpAfter: number;
};

export const productionTiming: Timing = {
  now: () => new Date(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  syncIntervalMinutes: 15,
  lateAfterMinutes: 15,
  errorAfterMinutes: 30,
  vendorConnectTimeout: 10_000,
  vendorAnswerTimeout: 60_000,
  vendorIdleTimeout: 30_000,
  rateWindow: 60_000,
  runLease: 60_000,
  runHeartbeat: 10_000,
  retryDelays: [10_000, 30_000, 60_000],
  exportLease: 60_000,
  exportRetryDelays: [10_000, 30_000, 60_000, 5 * 60_000, 15 * 60_000],
  exportLookUpDelays: [1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 5 * 60_000, 15 * 60_000],
  exportQuiet: 120_000,
  exportQuietWithoutTicket: 15 * 60_000,
  webhookSpacing: 2_000,
  webhookRetryDelays: [10_000, 30_000, 60_000, 5 * 60_000, 15 * 60_000, 60 * 60_000],
  noticeGather: 50_000,
  noticeTimeout: 10_000,
  noticeLease: 120_000,
  noticeRetryDelays: [60_000, 5 * 60_000, 15 * 60_000, 30 * 60_000, 60 * 60_000],
  noticeGiveUpAfter: 24 * 60 * 60_000,
};
