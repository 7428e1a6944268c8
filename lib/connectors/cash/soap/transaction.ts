import { z } from "zod";
import { cashFailure } from "../failures";
import type { FieldMap } from "../field-map";
import type { TextAnswer } from "../wire/converse";
import { readAnswer } from "./read-answer";
import { childOf, textAt, type XmlElement } from "./xml-tree";

/** An import as Cash remembers it: 1 is pending, 2 done, 3 refused. `err` has the errors, as text or as elements of its own. */
export type CashTransaction = { id: string; status: 1 | 2 | 3; err: XmlElement | null };

const statuses = z.object({ id: z.string().trim().max(100), status: z.string().trim().pipe(z.enum(["1", "2", "3"])).transform((text) => statusNumbers[text]) });
const statusNumbers = { "1": 1, "2": 2, "3": 3 } as const;

/**
 * Reads the answer to Import and GetTransaction.
 * @throws as `readAnswer`; AppError vendor_nonsense without a transaction, or with a status nobody knows
 */
export async function* readTransaction(answer: TextAnswer, fieldMap: FieldMap): AsyncGenerator<CashTransaction> {
  const transaction = childOf(await readAnswer(answer, fieldMap), "transaction");
  const parsed = statuses.safeParse({ id: textAt(transaction, "id"), status: textAt(transaction, "status") });
  if (transaction === undefined || !parsed.success) throw cashFailure("vendor_nonsense", { detail: "the answer has no transaction with a status" });
  yield { ...parsed.data, err: childOf(transaction, "err") ?? null };
}

/** Characters of an answer in which the id is looked for. */
const greatestLength = 100_000;

/** What is known of one import while it goes on; after a failure it says what the failure proves. */
export class ImportProgress {
  private isDeparted = false;
  private heard = "";

  /** Whether Cash may have received something: false proves that it has not. */
  get hasLeft(): boolean {
    return this.isDeparted;
  }

  /** The id of the transaction, from whatever was heard of an answer that could not be read; null when there was none, or several. */
  get ticket(): string | null {
    const ids = [...this.heard.matchAll(/<(?:\w+:)?transaction\b[^>]*>\s*<(?:\w+:)?id\b[^>]*>\s*([^<\s]{1,100})\s*<\//gi)].map(([, id]) => id);
    const [only] = new Set(ids);
    return new Set(ids).size === 1 && only !== undefined ? only : null;
  }

  depart(): void {
    this.isDeparted = true;
  }

  /** The request before this one was turned away unread. */
  beginAgain(): void {
    this.isDeparted = false;
    this.heard = "";
  }

  /** The same answer, remembered while it is read. */
  listen(answer: TextAnswer): TextAnswer {
    return { ...answer, texts: this.remember(answer.texts) };
  }

  private async *remember(texts: AsyncIterable<string>): AsyncGenerator<string> {
    for await (const text of texts) {
      if (this.heard.length < greatestLength) this.heard += text;
      yield text;
    }
  }
}
