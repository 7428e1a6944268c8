import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";
import type { z } from "zod";

/** Where the changes go. */
export interface StateFile<Event> {
  /** What earlier runs wrote, oldest first. */
  readonly events: readonly Event[];
  append(event: Event): void;
  /** Replaces everything by these events, at once. */
  rewrite(events: readonly Event[]): void;
  close(): void;
}

/** Keeps nothing: for tests that need no restart. */
export function noStateFile<Event>(): StateFile<Event> {
  return { events: [], append: () => undefined, rewrite: () => undefined, close: () => undefined };
}

function toLines(events: readonly unknown[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join("");
}

function readEvents<Event>(file: string, schema: z.ZodType<Event>): readonly Event[] {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, "utf8");
  // A process that was killed while writing leaves half a line at the end: that event never happened.
  const complete = text.slice(0, text.lastIndexOf("\n") + 1);
  return complete
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => schema.parse(JSON.parse(line)));
}

/** Opens a file of this name (`<name>.ndjson`) in a folder; one event a line, appended as it happens, replaced by rename when it is rewritten. */
export function openStateFile<Event>(folder: string, name: string, schema: z.ZodType<Event>): StateFile<Event> {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.ndjson`);
  const events = readEvents(file, schema);
  let descriptor: number | undefined;
  const rewrite = (kept: readonly Event[]) => {
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
