import type { ServerAction } from "@/components/actions/use-server-action";
import type { ExportRequestKind } from "@/lib/export/request-export";
import type { BulkResult } from "@/lib/work-orders/bulk-result";

type Many = { connectionId: string; ids: string[] };
type One = { connectionId: string; id: string };

/** What a planner may do about exports; handed in, because components do not know the application's routes. */
export type ExportActions = {
  request: ServerAction<Many & { kind: ExportRequestKind }, BulkResult[]>;
  dismiss: ServerAction<Many, BulkResult[]>;
  link: ServerAction<One & { documentId: string }, BulkResult[]>;
  sendAgain: ServerAction<One, BulkResult[]>;
  finishAgain: ServerAction<One, BulkResult[]>;
};
