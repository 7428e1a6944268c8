import { createLucideIcon } from "lucide-react";

/** Uncertain, in the hand of the other icons, which have no diamond that asks. */
export const DiamondQuestionMark = createLucideIcon("diamond-question-mark", [
  ["path", { d: "M2.7 10.3a2.41 2.41 0 0 0 0 3.41l7.59 7.59a2.41 2.41 0 0 0 3.41 0l7.59-7.59a2.41 2.41 0 0 0 0-3.41L13.7 2.71a2.41 2.41 0 0 0-3.41 0Z", key: "diamond" }],
  ["path", { d: "M9.5 9.6a2.6 2.6 0 0 1 5 .9c0 1.7-2.5 2.1-2.5 3.4", key: "hook" }],
  ["path", { d: "M12 17h.01", key: "dot" }],
]);
