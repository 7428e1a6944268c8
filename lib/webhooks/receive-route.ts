import { logger } from "@/lib/logger";
import { readBytes } from "@/lib/routes/read-bytes";
import type { SyncEngine } from "@/lib/sync/engine";
import { receiveDelivery } from "@/lib/webhooks/receive-delivery";

/** Bytes of the longest delivery that is read: a record with long texts has some ten thousand. */
const LIMIT = 256 * 1024;

type Parameters = { vendor: string; token: string };

export type ReceiveOptions = {
  findEngine: () => Pick<SyncEngine, "db" | "keyRing" | "findConnector" | "timing">;
  /** Does something when the answer is on its way. */
  afterwards: (work: () => Promise<void>) => void;
  /** Tells the job that something waits. */
  announce: (connectionId: string) => Promise<void>;
};

/**
 * The door for what vendors tell of. The address is the key: 404 for one that is not known, 401 where a signature is wrong, 413 where a body is too long.
 * Else the delivery is kept and the vendor has its answer; fetching what it tells of comes later.
 */
export function createReceiver({ findEngine, afterwards, announce }: ReceiveOptions) {
  return async (request: Request, { params }: { params: Promise<Parameters> }): Promise<Response> => {
    const { vendor, token } = await params;
    const body = await readBytes(request, LIMIT);
    if (body === null) return answer(413);
    try {
      const engine = findEngine();
      const reception = await receiveDelivery({ ...engine, now: engine.timing.now() }, { vendor, token, headers: Object.fromEntries(request.headers), body: body.toString("utf8") });
      switch (reception.outcome) {
        case "unknown":
          return answer(404);
        case "forged":
          return answer(401);
        case "stored":
          if (reception.isNews) afterwards(() => announce(reception.connectionId));
          return answer(204);
      }
    } catch (error) {
      // The vendor tries again, or the next sync brings the change; the token is nobody's business.
      logger.error({ err: error, vendor }, "What a vendor told of could not be stored");
      return answer(503);
    }
  };
}

/** Says nothing but its number. */
const answer = (status: number) => new Response(null, { status, headers: { "cache-control": "no-store" } });
