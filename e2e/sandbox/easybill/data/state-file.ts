import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";
import { stateEventSchema, type StateEvent } from "./event";

/** Where the changes go. */
export interface StateFile {
  /** What earlier runs wrote, oldest first. */
  readonly events: readonly StateEvent[];
  append(event: StateEvent): void;
  /** Replaces everything by these events, at once. */
  rewrite(events: readonly StateEvent[]): void;
  close(): void;
}

/** Keeps nothing: for tests that need no restart. */
export const noStateFile: StateFile = { events: [], append: () => undefined, rewrite: () => undefined, close: () => undefined };

function toLines(events: readonly StateEvent[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join("");
}

function readEvents(file: string): readonly StateEvent[] {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, "utf8");
  // A process that was killed while writing leaves half a line at the end: that event never happened.
  const complete = text.slice(0, text.lastIndexOf("\n") + 1);
  return complete
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => stateEventSchema.parse(JSON.parse(line)));
}

/** Opens `easybill-sandbox.ndjson` in this folder; one event a line, appended as it happens, replaced by rename when it is rewritten. */
export function openStateFile(folder: string): StateFile {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "easybill-sandbox.ndjson");
  const events = readEvents(file);
  let descriptor: number | undefined;
  const rewrite = (kept: readonly StateEvent[]) => {
    if (descriptor !== undefined) closeSync(descriptor);
    writeFileSync(`${file}.new`, toLines(kept));
    renameSync(`${file}.new`, file);
    descriptor = openSync(file, "a");
  };
  rewrite(events);
  return {
    events,
    append: (event) => {
      if (descriptor !== undefined) writeSync(descriptor, toLines([event]));
    },
    rewrite,
    close: () => {
      if (descriptor !== undefined) closeSync(descriptor);
      descriptor = undefined;
    },
  };
}
