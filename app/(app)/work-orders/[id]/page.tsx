import type { Metadata } from "next";
import { cache } from "react";
import { LiveRefresh } from "@/components/log/live-refresh";
import { ClientMessages } from "@/components/shell/client-messages";
import { WorkOrderView } from "@/components/work-orders/work-order-view";
import { roleReaches } from "@/lib/auth/roles";
import { requireSession } from "@/lib/auth/session";
import { database } from "@/lib/db";
import type { DocumentState } from "@/lib/connectors/document-state";
import type { ExportAnswer, ExportStanding } from "@/lib/export/export-standing";
import { readDocument } from "@/lib/export/read-document";
import { readJournal } from "@/lib/export/read-journal";
import { readWithStandings } from "@/lib/export/read-with-standings";
import { issuesOfStandings } from "@/lib/issues/issues-of";
import { readLineNames } from "@/lib/work-orders/read-line-names";
import { todayIn } from "@/lib/work-orders/today-in";
import { orNotFound } from "@/lib/work-orders/work-order-of-page";
import { listWorkStatuses } from "@/lib/work-statuses/list-work-statuses";
import { complete, setStatus, setWorkStatus } from "../actions";
import { dismiss, finishOnceMore, foretell, link, lookUpDocument, requestExports, sendOnceMore } from "../export-actions";

/** For the page and its title: read once per request. */
const readPage = cache((accountId: string, workOrderId: string) => orNotFound(readWithStandings(database(), { accountId, workOrderId })));

export async function generateMetadata({ params }: PageProps<"/work-orders/[id]">): Promise<Metadata> {
  const [{ accountId }, { id }] = await Promise.all([requireSession(), params]);
  return { title: (await readPage(accountId, id)).workOrder.number };
}

export default async function WorkOrderPage({ params }: PageProps<"/work-orders/[id]">) {
  const [{ accountId, role, timeZone }, { id }] = await Promise.all([requireSession(), params]);
  const { workOrder, standings } = await readPage(accountId, id);
  const db = database();
  const asked = { accountId, workOrderId: id };
  const [names, document, steps, workStatuses] = await Promise.all([
    readLineNames(db, accountId, workOrder),
    readDocument(db, asked),
    readJournal(db, asked),
    listWorkStatuses(db, accountId),
  ]);
  const issues = await issuesOfStandings(db, accountId, standings);
  const actions = { complete, setStatus, setWorkStatus, exports: { request: requestExports, dismiss, foretell, link, sendAgain: sendOnceMore, finishAgain: finishOnceMore }, lookUpDocument };
  const seconds = secondsUntilNextLook(standings);
  return (
    <ClientMessages namespaces={Object.keys(issues).length > 0 ? ["workOrders", "exports", "issues", "sync"] : ["workOrders", "exports"]}>
      {seconds === null ? null : <LiveRefresh seconds={seconds} />}
      <WorkOrderView
        workOrder={workOrder}
        names={names}
        document={document}
        standings={standings}
        issues={issues}
        steps={steps}
        workStatuses={workStatuses}
        today={todayIn(timeZone)}
        isAdministrator={role === "administrator"}
        actions={roleReaches(role, "planner") ? actions : null}
      />
    </ClientMessages>
  );
}

/** Somebody may finish it or pay it at the vendor while the page is looked at. */
const mayChange: readonly DocumentState[] = ["draft", "final", "partlyPaid"];

/** How often to look while something happens by itself, and while it may begin to; null: nothing will. */
function secondsUntilNextLook(standings: readonly ExportStanding[]): number | null {
  const answers = standings.map(({ answer }) => answer);
  const isNow = (answer: ExportAnswer) => answer.kind === "sending" || ((answer.kind === "waiting" || answer.kind === "finishing") && answer.until === null);
  if (answers.some(isNow)) return 3;
  if (standings.some(({ document }) => document?.state && mayChange.includes(document.state))) return 5;
  const isSoon = ({ kind }: ExportAnswer) => kind === "due" || kind === "waiting" || kind === "finishing" || kind === "uncertain";
  // What is paid is rarely cancelled.
  return answers.some(isSoon) || standings.some(({ document }) => document?.state === "paid") ? 20 : null;
}
