import type { z } from "zod";
import type { VendorContext } from "@/lib/connectors/connector";
import { ExchangeNote } from "@/lib/connectors/wire/exchange-note";
import { sendRequest, type WireRequest } from "@/lib/connectors/wire/send-request";
import { AppError, toAppError } from "@/lib/errors";
import { EasybillRefusal, easybillFailure } from "./failures";
import { readAnswer } from "./http-answer";
import { maskInJson } from "./mask-secrets";
import { writeBody, type RequestBody } from "./request-body";

/** `apiUrl`: without a slash at its end, for example `https://api.easybill.de/rest/v1`. */
export type EasybillSettings = { apiUrl: string };

export type EasybillRequest<Answer> = {
  /** What the log calls it. */
  operation: string;
  method: WireRequest["method"];
  /** Begins with a slash; ids in it are numbers. */
  path: string;
  query?: Readonly<Record<string, string | number | boolean>>;
  body?: RequestBody;
  /** What a 2xx answer must look like; one without a body is undefined. */
  answer: z.ZodType<Answer>;
  /** What the log must not show besides the key. */
  secrets?: readonly string[];
};

/**
 * What is known after a request that writes: `answered` – done; `refused` – EasyBill said no to it; `notSent` – certainly nothing
 * happened: no connection was made, or key, rights or limit stood in the way; `uncertain` – it may have happened.
 */
export type WriteOutcome<Answer> =
  | { outcome: "answered"; answer: Answer }
  | { outcome: "refused"; error: EasybillRefusal }
  | { outcome: "notSent"; error: AppError }
  | { outcome: "uncertain"; error: AppError };

/** Answers that come before EasyBill looks at what was sent. */
const turnedAwayAtTheDoor: readonly AppError["code"][] = ["authentication_expired", "missing_rights", "vendor_rate_limited", "vendor_operation_missing"];

/** A conversation with EasyBill on behalf of one login. */
export class EasybillClient {
  constructor(
    readonly context: VendorContext,
    private readonly settings: EasybillSettings,
  ) {}

  /**
   * Makes one request, within the rate budget, with time-outs, and noted for the log whatever becomes of it. Never repeated.
   * @param onDeparture called right before the first byte may leave
   * @throws AppError as `readAnswer`; vendor_unreachable, vendor_slow, vendor_incomplete; the signal's reason when it is aborted
   */
  async request<Answer>(wanted: EasybillRequest<Answer>, onDeparture?: () => void): Promise<Answer> {
    const { context } = this;
    const { operation, answer: schema, secrets = [] } = wanted;
    const request = await this.write(wanted);
    await context.takeBudget();
    const note = new ExchangeNote(context, operation, request, maskInJson([this.key, ...secrets]));
    try {
      const answer = await sendRequest({ timing: context.timing, signal: context.signal, fail: easybillFailure }, request, onDeparture);
      note.takeStatus(answer.status);
      const read = await readAnswer({ ...answer, pieces: noted(answer.pieces, note) }, schema, context.timing.now());
      note.close("answered");
      return read;
    } catch (error) {
      note.close(error instanceof EasybillRefusal || isTurnedAway(error) ? "refused" : "failed");
      throw error;
    }
  }

  /** A request that writes, as the export engine wants to know it. Never throws for what EasyBill answers or for a signal that aborts. */
  async send<Answer>(wanted: EasybillRequest<Answer>): Promise<WriteOutcome<Answer>> {
    let hasLeft = false;
    try {
      return { outcome: "answered", answer: await this.request(wanted, () => (hasLeft = true)) };
    } catch (thrown) {
      if (thrown instanceof EasybillRefusal) return { outcome: "refused", error: thrown };
      const error = this.explain(thrown, hasLeft);
      return !hasLeft || isTurnedAway(error) ? { outcome: "notSent", error } : { outcome: "uncertain", error: asUncertain(error) };
    }
  }

  /** A request that was broken off from this side ends with whatever the signal says; to a person it is EasyBill that did not answer. */
  private explain(thrown: unknown, hasLeft: boolean): AppError {
    if (thrown instanceof AppError || !this.context.signal.aborted) return toAppError(thrown);
    return easybillFailure(hasLeft ? "vendor_slow" : "vendor_unreachable", { cause: thrown, detail: "broken off from this side" });
  }

  private get key(): string {
    return this.context.login["apiKey"] ?? "";
  }

  private async write({ method, path, query = {}, body }: EasybillRequest<unknown>): Promise<WireRequest> {
    const address = new URL(this.settings.apiUrl.replace(/\/+$/, "") + path);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, String(value));
    const { content, headers } = await writeBody(body);
    return {
      method,
      address: address.href,
      headers: { Authorization: `Bearer ${this.key}`, Accept: "application/json", "X-Easybill-Escape": "true", ...headers },
      body: content,
    };
  }
}

function isTurnedAway(error: unknown): boolean {
  return error instanceof AppError && turnedAwayAtTheDoor.includes(error.code);
}

function asUncertain(error: AppError): AppError {
  const { code, params, detail, retryAfterMs } = error;
  return new AppError(code, { kind: "uncertain", params, detail, retryAfterMs, cause: error });
}

async function* noted(pieces: AsyncIterable<Uint8Array>, note: ExchangeNote): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    note.takePiece(piece);
    yield piece;
  }
}
