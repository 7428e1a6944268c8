import type { VendorContext } from "@/lib/connectors/connector";
import type { FollowUp, FollowUpOutcome, FollowUpSubject } from "@/lib/connectors/exporter";
import { AppError, toAppError } from "@/lib/errors";
import type { EasybillClient, WriteOutcome } from "../client";
import { EasybillRefusal, easybillFailure } from "../failures";
import { easybillManifest } from "../manifest";
import { readDocument } from "./read-document";
import type { EasybillDocument } from "./records";

export type Step = (client: EasybillClient, document: EasybillDocument, subject: FollowUpSubject) => Promise<FollowUpOutcome>;

/**
 * A follow-up that reads the document before it does anything. Whatever a step throws, it threw while reading: what it writes goes through
 * `client.send`, which throws nothing.
 */
export function createFollowUp(open: (context: VendorContext) => EasybillClient, kind: Pick<FollowUp, "repeat" | "isRequired">, step: Step): FollowUp {
  return {
    ...kind,
    run: async (context, subject) => {
      const client = open(context);
      try {
        const document = await readDocument(client, subject.documentId);
        return document === null ? failed("The document is not there any more") : await step(client, document, subject);
      } catch (thrown) {
        if (thrown instanceof EasybillRefusal && !thrown.isAboutLock) return failed(thrown.text);
        const isOurs = thrown instanceof AppError || !context.signal.aborted;
        return { outcome: "waits", error: isOurs ? toAppError(thrown) : easybillFailure("vendor_unreachable", { cause: thrown, detail: "broken off from this side" }) };
      }
    },
  };
}

/** So many characters of an answer say why. */
const REASON = 200;

/** EasyBill does not do it, for a reason that it says or that was read. */
export function failed(raw: string): FollowUpOutcome {
  const params = { vendor: easybillManifest.name, message: raw.slice(0, REASON) };
  return { outcome: "failed", error: new AppError("vendor_refused", { kind: "config", params, detail: raw }), raw };
}

/** What became of a request that writes; a record that is locked was certainly not written. */
export function outcomeOfWrite(sent: WriteOutcome<unknown>): FollowUpOutcome {
  switch (sent.outcome) {
    case "answered":
      return { outcome: "done" };
    case "refused":
      return sent.error.isAboutLock ? { outcome: "waits", error: sent.error } : failed(sent.error.text);
    case "notSent":
      return { outcome: "waits", error: sent.error };
    case "uncertain":
      return { outcome: "uncertain", error: sent.error };
  }
}
