import type { Company } from "../data/company";
import type { WebhookEventName } from "../data/records/webhook";
import type { Change } from "../data/tables";
import type { Protocol } from "../protocol";
import type { Query } from "./query";

export interface UploadedFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** A request that was let in, as an operation sees it. */
export interface ApiCall {
  readonly company: Company;
  /** The numbers of the path, in their order. */
  readonly ids: readonly number[];
  /** The word at the end of the path of an operation that has one (`email`, `fax`, `post`). */
  readonly word: string;
  readonly query: Query;
  /** JSON, or undefined. */
  readonly body: unknown;
  readonly file: UploadedFile | undefined;
  /** Milliseconds on the sandbox's clock. */
  readonly now: number;
  readonly protocol: Protocol;
}

export interface WebhookEvent {
  readonly name: WebhookEventName;
  readonly id: number;
  /** The record as the vendor shows it. */
  readonly record: object;
}

/** What an operation wants to answer and to change. Nothing has happened before its changes are committed. */
export interface ApiAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly changes?: readonly Change[];
  readonly events?: readonly WebhookEvent[];
}

export type Operation = (call: ApiCall) => ApiAnswer;

/** A number of the path. */
export function idAt({ ids }: Pick<ApiCall, "ids">, place: number): number {
  return ids[place] ?? 0;
}
