/** Why a receiver was not told; each has its sentence below `notices.problem`. */
export const deliveryProblems = [
  /** The installation has no mail server. */
  "notConfigured",
  /** The mail server does not let the installation in. */
  "loginRefused",
  /** The mail server refused the receiver's address. */
  "addressRefused",
  /** The mail server refused the e-mail for another reason; the number is its answer. */
  "mailRefused",
  "hostUnknown",
  /** The address leads into a private network. */
  "privateAddress",
  "certificate",
  "unreachable",
  /** There was no answer in time: it may have arrived. */
  "slow",
  /** The connection broke before the answer: it may have arrived. */
  "broken",
  "redirected",
  /** The receiver answered with a number that is no success. */
  "answered",
  "unexpected",
] as const;
export type DeliveryProblem = (typeof deliveryProblems)[number];

/** Of these nobody knows whether the receiver has it all the same. */
export const unclearProblems = ["slow", "broken"] as const satisfies readonly DeliveryProblem[];

/** What became of telling a receiver: it took it, or why not. `answer`: the number it answered with. */
export type Delivery = { outcome: "sent"; answer: number | null } | { outcome: "failed"; problem: DeliveryProblem; answer: number | null };

export const delivered = (answer: number | null = null): Delivery => ({ outcome: "sent", answer });
export const undelivered = (problem: DeliveryProblem, answer: number | null = null): Delivery => ({ outcome: "failed", problem, answer });

export function isDeliveryProblem(text: string | null): text is DeliveryProblem {
  return deliveryProblems.some((problem) => problem === text);
}
