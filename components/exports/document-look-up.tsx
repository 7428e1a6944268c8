"use client";

import { useTranslations } from "next-intl";
import type { ServerAction } from "@/components/actions/use-server-action";
import { DifferenceList } from "@/components/exports/difference-list";
import { AskVendor } from "@/components/records/ask-vendor";
import { assertNever } from "@/lib/assert";
import type { DocumentAnswer } from "@/lib/look-up/document-answer";

export type DocumentLookUpAction = ServerAction<{ id: string; vendor: string }, DocumentAnswer>;

type DocumentLookUpProps = { workOrderId: string; vendor: string; vendorName: string; lookUp: DocumentLookUpAction };

/** "Look up now" of the document of a work order. */
export function DocumentLookUp({ workOrderId, vendor, vendorName, lookUp }: DocumentLookUpProps) {
  const t = useTranslations("exports.document.lookUp");
  return (
    <AskVendor id={workOrderId} vendor={vendor} lookUp={lookUp} words={{ ask: t("button", { vendor: vendorName }), asking: t("asking", { vendor: vendorName }) }}>
      {(answer) => <Outcome answer={answer} vendorName={vendorName} />}
    </AskVendor>
  );
}

function Outcome({ answer, vendorName }: { answer: DocumentAnswer; vendorName: string }) {
  const t = useTranslations("exports.document.lookUp");
  switch (answer.state) {
    case "found":
      return (
        <>
          {answer.isNew || answer.differences.length === 0 ? <p>{t(answer.isNew ? "new" : "same", { vendor: vendorName })}</p> : null}
          {answer.differences.length > 0 ? <p>{t("differs", { vendor: vendorName })}</p> : null}
          <DifferenceList differences={answer.differences} />
        </>
      );
    case "deleted":
    case "missing":
      return <p>{t(answer.state, { vendor: vendorName })}</p>;
    default:
      return assertNever(answer);
  }
}
