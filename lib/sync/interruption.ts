/**
 * Why a worker must stop in the middle of a run:
 * - `lost`: another worker has taken the run over, or it is over; this one writes nothing any more
 * - `cancelled`: a person cancelled it, or the connection was cut or pointed at another administration
 */
export type InterruptionReason = "lost" | "cancelled";

/** Thrown to unwind a step; never an error for people. */
export class Interruption extends Error {
  constructor(readonly reason: InterruptionReason) {
    super(`The run was interrupted: ${reason}`);
    this.name = "Interruption";
  }
}
