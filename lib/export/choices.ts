import { assertNever } from "@/lib/assert";
import { findConnectionObstacle } from "@/lib/export/eligible";
import type { ExportConnection } from "@/lib/export/export-connection";
import type { ExportAnswer, ExportChoice } from "@/lib/export/export-standing";

const sending: readonly ExportChoice[] = ["exportNow", "exportAgain", "exportRevision", "exportAnew", "sendAgain", "finishAgain"];

/** What a planner may do about an answer now; nothing that sends while the connection cannot. */
export function choicesOf(answer: ExportAnswer, connection: ExportConnection): ExportChoice[] {
  const isReady = findConnectionObstacle(connection) === null;
  return choicesFor(answer).filter((choice) => isReady || !sending.includes(choice));
}

function choicesFor(answer: ExportAnswer): ExportChoice[] {
  switch (answer.kind) {
    case "due":
    case "waiting":
      return ["exportNow", "doNotSend"];
    case "error":
      return ["exportAgain", "doNotSend"];
    case "dismissed":
      return ["exportAgain"];
    case "changedSince":
      return ["exportRevision"];
    case "needsReview":
      return [...(answer.candidates.length > 0 ? (["linkToExisting"] as const) : []), "sendAgain", "doNotSend"];
    case "gone":
      return ["exportAnew"];
    case "notFinished":
      return ["finishAgain"];
    case "beforeStartDate":
      return ["doNotSend"];
    case "done":
    case "elsewhere":
    case "notConnected":
    case "licence":
    case "credentials":
    case "switchedOff":
    case "notComplete":
    case "handledElsewhere":
    case "workStatus":
    case "sending":
    case "finishing":
    case "uncertain":
      return [];
    default:
      return assertNever(answer);
  }
}
