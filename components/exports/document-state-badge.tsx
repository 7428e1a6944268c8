import { Ban, CircleCheck, CircleDashed, FileCheck, FilePenLine, Trash2, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { DocumentState } from "@/lib/connectors/document-state";

/** Paid is good; nothing else is better or worse than it has to be. */
const looks: Readonly<Record<DocumentState, { tone: BadgeTone; icon: LucideIcon }>> = {
  draft: { tone: "line", icon: FilePenLine },
  final: { tone: "neutral", icon: FileCheck },
  partlyPaid: { tone: "neutral", icon: CircleDashed },
  paid: { tone: "good", icon: CircleCheck },
  cancelled: { tone: "line", icon: Ban },
  deleted: { tone: "line", icon: Trash2 },
};

/** What became of the document at the vendor, in a word. */
export function DocumentStateBadge({ state }: { state: DocumentState }) {
  const t = useTranslations("exports.document.state");
  const { tone, icon } = looks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(state)}
    </Badge>
  );
}
