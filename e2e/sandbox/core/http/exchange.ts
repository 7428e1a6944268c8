import { STATUS_CODES, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

/** One request and its answer, with what the journal wants to know of it. */
export class Exchange {
  bytesSent = 0;
  status: number | "none" = "none";
  private readonly startedAt = performance.now();

  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
  ) {}

  /** Milliseconds since the request came. */
  elapsed(): number {
    return Math.round(performance.now() - this.startedAt);
  }

  /** Sends a whole text. */
  send(status: number, contentType: string, body: string, headers: Readonly<Record<string, string>> = {}): void {
    this.status = status;
    this.bytesSent = Buffer.byteLength(body);
    this.response.writeHead(status, { ...headers, "Content-Type": contentType, "Content-Length": this.bytesSent });
    this.response.end(body);
  }

  /** Sends a status without a body. */
  sendNothing(status: number): void {
    this.status = status;
    this.response.writeHead(status);
    this.response.end();
  }

  /**
   * Sends chunks as they are made, no faster than the other side reads. A caller that goes away ends it quietly.
   * @param chunkDelay milliseconds to wait before each chunk.
   */
  async stream(contentType: string, chunks: Iterable<string>, chunkDelay: number): Promise<void> {
    this.status = 200;
    this.response.writeHead(200, { "Content-Type": contentType });
    for (const chunk of chunks) {
      if (chunkDelay > 0) await wait(chunkDelay);
      if (this.response.destroyed) return;
      const bytes = Buffer.from(chunk, "utf8");
      this.bytesSent += bytes.length;
      if (!this.response.write(bytes)) await this.drained();
    }
  }

  /** Sends a whole answer twice, headers and all, and closes the connection. */
  sendTwice(contentType: string, body: string, status = 200): void {
    this.status = status;
    const length = Buffer.byteLength(body);
    const answer = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\nContent-Type: ${contentType}\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${body}`;
    this.bytesSent = 2 * length;
    this.request.socket.end(answer + answer);
  }

  /** Breaks the connection off. */
  reset(): void {
    this.request.socket.resetAndDestroy();
  }

  /** Waits until the other side has read, or has gone away. */
  private async drained(): Promise<void> {
    const { response } = this;
    if (response.destroyed) return;
    await new Promise<void>((resolve) => {
      const proceed = () => {
        response.off("drain", proceed);
        response.off("close", proceed);
        resolve();
      };
      response.on("drain", proceed);
      response.on("close", proceed);
    });
  }
}
