import type { IssueCause } from "@/lib/issues/causes";

/** What a receiver can choose to be told of; each has its words below `notices.topic`. */
export const noticeTopics = ["actionRequired", "exportsFailing", "late"] as const;
export type NoticeTopic = (typeof noticeTopics)[number];

/** Under which topic an issue is told. What keeps work orders from arriving is an export's; what only takes its time is late; everything else needs somebody. */
export const topicOfCause: Readonly<Record<IssueCause, NoticeTopic>> = {
  credentialsExpired: "actionRequired",
  administrationMissing: "actionRequired",
  licenceLapsed: "actionRequired",
  syncFailed: "actionRequired",
  guardTripped: "actionRequired",
  recordsFailed: "actionRequired",
  webhookDead: "actionRequired",
  vendorDown: "late",
  syncLate: "late",
  deliveriesFailed: "late",
  mappingMissing: "exportsFailing",
  exportRejected: "exportsFailing",
  exportNeedsReview: "exportsFailing",
  exportUncertain: "exportsFailing",
  exportsWaiting: "exportsFailing",
  followUpFailed: "exportsFailing",
  documentsUnread: "exportsFailing",
};
