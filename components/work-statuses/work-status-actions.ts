import type { ServerAction } from "@/components/actions/use-server-action";

/** What can be done with one work status; `status` is as people know it: `1 – Naar Cash`. */
export type WorkStatusActions = {
  rename: ServerAction<{ id: string; name: string }, { status: string }>;
  /** One place up (-1) or down (1). */
  move: ServerAction<{ id: string; by: -1 | 1 }, { hasMoved: boolean }>;
  remove: ServerAction<{ id: string }, { status: string }>;
};
