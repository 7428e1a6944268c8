import { Ban, CircleCheck, CircleMinus, Clock, FilePenLine, HandCoins, Minus, Send, Trash2, TriangleAlert, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { DiamondQuestionMark } from "@/components/ui/diamond-question-mark";
import { assertNever } from "@/lib/assert";
import type { ExportMark, ExportStanding } from "@/lib/export/export-standing";

const looks = {
  none: { tone: "neutral", icon: Minus },
  waiting: { tone: "neutral", icon: Clock },
  sending: { tone: "neutral", icon: Send },
  done: { tone: "good", icon: CircleCheck },
  paid: { tone: "good", icon: HandCoins },
  cancelled: { tone: "line", icon: Ban },
  deleted: { tone: "line", icon: Trash2 },
  error: { tone: "alert", icon: TriangleAlert },
  notFinished: { tone: "alert", icon: FilePenLine },
  uncertain: { tone: "alert", icon: DiamondQuestionMark },
  needsReview: { tone: "alert", icon: DiamondQuestionMark },
  dismissed: { tone: "neutral", icon: CircleMinus },
} as const satisfies Record<ExportMark, { tone: BadgeTone; icon: LucideIcon }>;

/** How the export of a work order stands, in a word. */
export function ExportMarkBadge({ mark }: { mark: ExportMark }) {
  const t = useTranslations("exports.mark");
  const { tone, icon } = looks[mark];
  return (
    <Badge tone={tone} icon={icon}>
      {t(mark)}
    </Badge>
  );
}

/** The word for an answer: what keeps it from being due counts as not sent. */
export function markOf({ answer, document }: Pick<ExportStanding, "answer" | "document">): ExportMark {
  switch (answer.kind) {
    case "done":
    case "changedSince":
      return document?.state === "paid" ? "paid" : "done";
    case "gone":
      return answer.state;
    case "due":
    case "waiting":
      return "waiting";
    case "finishing":
      return "sending";
    case "sending":
    case "error":
    case "notFinished":
    case "uncertain":
    case "needsReview":
    case "dismissed":
      return answer.kind;
    case "elsewhere":
    case "notConnected":
    case "licence":
    case "credentials":
    case "switchedOff":
    case "notComplete":
    case "handledElsewhere":
    case "workStatus":
    case "beforeStartDate":
      return "none";
    default:
      return assertNever(answer);
  }
}
