import type { ServerAction } from "@/components/actions/use-server-action";
import type { MuteLength } from "@/lib/issues/mute-lengths";

/** What planners and administrators can do about an issue; the page hands it in. */
export type IssueActions = {
  mute: ServerAction<{ issueId: string; length: MuteLength }, { done: true }>;
  unmute: ServerAction<{ issueId: string }, { done: true }>;
};
