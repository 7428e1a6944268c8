import { AppError } from "@/lib/errors";
import { cashFailure } from "../failures";
import type { FieldMap } from "../field-map";
import { faultFailure } from "../soap/read-answer";
import { requireSuccess } from "../soap/response-code";
import type { TextAnswer } from "../wire/converse";
import { EnvelopeReader } from "./envelope-reader";
import { RecordReader, type CashRecord } from "./record-reader";

/**
 * The records of an export in batches, while they come. Memory does not grow with the table. Records that were handed over
 * before the answer turned out to be cut off stay handed over; the end then is an error.
 * @throws CashRefusal before any record, for a code other than success; AppError vendor_incomplete, vendor_nonsense, vendor_error
 */
export async function* readExport({ isFault, texts }: TextAnswer, recordName: string, fieldMap: FieldMap): AsyncGenerator<readonly CashRecord[]> {
  const records = new RecordReader(recordName);
  let isAnswered = false;
  const envelope = new EnvelopeReader({
    response: (code, message) => {
      if (!/^\s*\d{1,6}\s*$/.test(code)) throw cashFailure("vendor_nonsense", { detail: `code "${code.slice(0, 50)}"` });
      requireSuccess(Number(code), message, fieldMap);
      isAnswered = true;
    },
    fault: (text) => {
      throw faultFailure(text, fieldMap);
    },
    result: (text) => records.write(text),
  });
  try {
    for await (const text of texts) {
      envelope.write(text);
      const batch = records.takeRecords();
      if (batch.length > 0) yield batch;
    }
    envelope.end();
    if (!isAnswered) throw cashFailure("vendor_nonsense", { detail: "the answer has no code" });
    records.end();
  } catch (error) {
    // An error page with the status 500 is a fault of the vendor's, not an answer that cannot be read.
    const isErrorPage = isFault && error instanceof AppError && (error.code === "vendor_nonsense" || error.code === "vendor_incomplete");
    throw isErrorPage ? cashFailure("vendor_error", { detail: { status: 500 }, cause: error }) : error;
  }
}
