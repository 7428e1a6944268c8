"use client";

import { useTranslations } from "next-intl";
import type { ServerAction } from "@/components/actions/use-server-action";
import { AskVendor } from "@/components/records/ask-vendor";
import { useLookUpSentence } from "@/components/records/use-look-up-sentence";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import type { LookUpAnswer } from "@/lib/look-up/read-answer";

export type LookUpAction = ServerAction<{ id: string; vendor: string }, LookUpAnswer>;

type LookUpButtonProps = { kind: ImportKind; id: string; vendor: string; vendorName: string; lookUp: LookUpAction };

/** "Look up now" of a record. */
export function LookUpButton({ kind, id, vendor, vendorName, lookUp }: LookUpButtonProps) {
  const t = useTranslations("records.lookUp");
  const sentence = useLookUpSentence({ kind, vendor: vendorName });
  return (
    <AskVendor id={id} vendor={vendor} lookUp={lookUp} words={{ ask: t("button", { vendor: vendorName }), asking: t("asking", { vendor: vendorName }) }}>
      {sentence}
    </AskVendor>
  );
}
