import type { ServerAction } from "@/components/actions/use-server-action";
import type { ExportAct, ForeseenExport } from "@/lib/export/foretell-exports";
import type { ExportRequestKind } from "@/lib/export/request-export";
import type { BulkResult } from "@/lib/work-orders/bulk-result";

type Many = { connectionId: string; ids: string[] };
type One = { connectionId: string; id: string };

/** What a planner may do about exports; handed in, because components do not know the application's routes. */
export type ExportActions = {
  request: ServerAction<Many & { kind: ExportRequestKind }, BulkResult[]>;
  dismiss: ServerAction<Many, BulkResult[]>;
  /** Says what one of the two would do with each, and does nothing. */
  foretell: ServerAction<Many & { act: ExportAct }, ForeseenExport[]>;
  link: ServerAction<One & { documentId: string }, BulkResult[]>;
  sendAgain: ServerAction<One, BulkResult[]>;
  finishAgain: ServerAction<One, BulkResult[]>;
};
