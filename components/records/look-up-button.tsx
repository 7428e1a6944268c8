"use client";

import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/actions/action-error";
import { useServerAction, type ServerAction } from "@/components/actions/use-server-action";
import { useLookUpSentence } from "@/components/records/use-look-up-sentence";
import { Button } from "@/components/ui/button";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import type { LookUpAnswer } from "@/lib/look-up/read-answer";

export type LookUpAction = ServerAction<{ id: string; vendor: string }, LookUpAnswer>;

type LookUpButtonProps = { kind: ImportKind; id: string; vendor: string; vendorName: string; lookUp: LookUpAction };

/** Asks the vendor what it has now, and says what came of it where the person is. */
export function LookUpButton({ kind, id, vendor, vendorName, lookUp }: LookUpButtonProps) {
  const t = useTranslations("records.lookUp");
  const router = useRouter();
  const sentence = useLookUpSentence({ kind, vendor: vendorName });
  const [answer, setAnswer] = useState<LookUpAnswer | null>(null);
  const { run, isRunning, error } = useServerAction(lookUp, (data) => {
    setAnswer(data);
    router.refresh();
  });
  const ask = () => {
    setAnswer(null);
    run({ id, vendor });
  };
  return (
    <div className="grid gap-3">
      <Button size="sm" className="justify-self-start" busy={isRunning && t("asking", { vendor: vendorName })} onClick={ask}>
        <RefreshCw aria-hidden />
        {t("button", { vendor: vendorName })}
      </Button>
      <p role="status" className="text-sm text-fg-2 empty:hidden">
        {answer && !isRunning ? sentence(answer) : null}
      </p>
      <ActionError error={isRunning ? null : error} />
    </div>
  );
}
