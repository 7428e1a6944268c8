import type { Variables } from "./environment-file";
import type { Progress, Write } from "./progress";

/** What a start needs from where it is run: a terminal, or a test. */
export type Surroundings = {
  /** The start's own environment, of which programs get what the machine needs. */
  readonly environment: Variables;
  readonly progress: Progress;
  /** Where lines of the programs' output are shown. */
  readonly show: Write;
  /** Aborted when the person gives up before everything runs. */
  readonly signal: AbortSignal;
};
