import type { VendorContext } from "@/lib/connectors/connector";
import { ExchangeNote } from "@/lib/connectors/wire/exchange-note";
import { sendRequest, type OnDeparture, type WireRequest } from "@/lib/connectors/wire/send-request";
import { CashRefusal, cashFailure } from "../failures";
import { decodeText } from "./decode-text";
import { requireReadable } from "./http-status";
import { maskInXml } from "./mask-secrets";

export type Conversation = { operation: string; request: WireRequest; secrets: readonly string[]; onDeparture?: OnDeparture };

/** An answer as text that comes piece by piece. `isFault`: HTTP 500, which SOAP uses for its faults. */
export type TextAnswer = { status: number; isFault: boolean; texts: AsyncIterable<string> };

/**
 * Makes one request and hands the answer to `read`, which yields what it finds: within the rate budget, with time-outs, and
 * noted for the log whatever becomes of it.
 * @throws AppError as `sendRequest`, for HTTP answers that are none of SOAP's, and what `read` throws
 */
export async function* converse<Found>(
  context: VendorContext,
  { operation, request, secrets, onDeparture }: Conversation,
  read: (answer: TextAnswer) => AsyncIterable<Found>,
): AsyncGenerator<Found> {
  await context.takeBudget();
  const note = new ExchangeNote(context, operation, request, maskInXml(secrets));
  try {
    const answer = await sendRequest({ timing: context.timing, signal: context.signal, fail: cashFailure }, request, onDeparture);
    note.takeStatus(answer.status);
    const texts = decodeText(noted(answer.pieces, note), answer.headers["content-type"]);
    const isFault = await requireReadable(answer, texts, context.timing.now());
    yield* read({ status: answer.status, isFault, texts });
    note.close("answered");
  } catch (error) {
    note.close(error instanceof CashRefusal ? "refused" : "failed");
    throw error;
  } finally {
    // Whoever listens has heard enough.
    note.close("answered");
  }
}

async function* noted(pieces: AsyncIterable<Uint8Array>, note: ExchangeNote): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    note.takePiece(piece);
    yield piece;
  }
}
