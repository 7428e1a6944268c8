import { z } from "zod";
import type { Manifest } from "@/lib/connectors/connector";

const openFields = z.record(z.string(), z.string());

/** Requests a minute that a vendor allows a connection; `login`: its fields that are no secret, as they are stored. */
export function requestsPerMinute({ requestsPerMinute: of }: Pick<Manifest, "requestsPerMinute">, login: unknown): number {
  return of(openFields.parse(login));
}
