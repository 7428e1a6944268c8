import type { Exchange, VendorContext } from "@/lib/connectors/connector";
import type { Masking } from "./masking";
import type { WireRequest } from "./send-request";

/** How much of a request or an answer the log keeps. */
const keptBytes = 8 * 1024;

/** Writes down one request for the log while it goes on. `close` hands it over, whatever became of it. */
export class ExchangeNote {
  private readonly startedAt: Date;
  private readonly begin = performance.now();
  private readonly kept: Uint8Array[] = [];
  private keptSize = 0;
  /** More than the log keeps, by the room a secret at the cut takes up in UTF-8. */
  private readonly mostKept: number;
  private answerSize = 0;
  private status: number | null = null;
  private isClosed = false;

  constructor(
    private readonly context: VendorContext,
    private readonly operation: string,
    private readonly request: WireRequest,
    private readonly masking: Masking,
  ) {
    this.startedAt = context.timing.now();
    this.mostKept = keptBytes + 4 * masking.longestSecret;
  }

  takeStatus(status: number): void {
    this.status = status;
  }

  takePiece(piece: Uint8Array): void {
    this.answerSize += piece.byteLength;
    const part = piece.slice(0, this.mostKept - this.keptSize);
    if (part.byteLength === 0) return;
    this.kept.push(part);
    this.keptSize += part.byteLength;
  }

  close(outcome: Exchange["outcome"]): void {
    if (this.isClosed) return;
    this.isClosed = true;
    const { operation, status, startedAt, answerSize, request } = this;
    this.context.recordExchange({
      operation,
      method: request.method,
      address: request.address,
      status,
      startedAt,
      duration: Math.round(performance.now() - this.begin),
      requestSize: Buffer.byteLength(request.body),
      answerSize,
      request: this.masking.maskWhole(textOf(request.body)).slice(0, keptBytes),
      answer: this.maskAnswer().slice(0, keptBytes),
      outcome,
    });
  }

  /** Secrets go before anything is cut: the beginning of one would be told, too. */
  private maskAnswer(): string {
    const answer = Buffer.concat(this.kept).toString("utf8");
    return this.answerSize > this.keptSize ? this.masking.maskBeginning(answer) : this.masking.maskWhole(answer);
  }
}

/** Bytes are somebody's file: the log says how many there are. */
function textOf(body: WireRequest["body"]): string {
  return typeof body === "string" ? body : `(${body.byteLength} bytes)`;
}
