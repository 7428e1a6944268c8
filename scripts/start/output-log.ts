import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { OutputLine } from "./child-process";

/** A log this large is set aside at the next start; the one set aside before is overwritten. */
const largestBytes = 20 * 1024 * 1024;

/** pino's numbers. */
const levelNames = new Map([[10, "trace"], [20, "debug"], [30, "info"], [40, "warning"], [50, "error"], [60, "fatal"]]);
const levelOfProblems = 40;

const logLine = z.object({
  level: z.number(),
  msg: z.string().optional(),
  err: z.object({ message: z.string() }).partial().optional(),
});

export type OutputLog = { write(line: OutputLine): void; close(): Promise<void> };

/** Keeps everything a program prints in `folder/<name>.log`, and shows the person at the terminal what matters. */
export function openOutputLog(folder: string, name: string, show: (text: string) => void, isVerbose: boolean): OutputLog {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.log`);
  if (existsSync(file) && statSync(file).size > largestBytes) renameSync(file, `${file}.1`);
  const stream = createWriteStream(file, { flags: "a" });
  return {
    write(line) {
      stream.write(`${line.text}\n`);
      const shown = condense(line, isVerbose);
      if (shown) show(`  ${name.padEnd(8)}│ ${shown}\n`);
    },
    close: () => new Promise((resolve) => stream.end(resolve)),
  };
}

/** What of a line is worth showing: problems always, everything readable when verbose. */
export function condense({ stream, text }: OutputLine, isVerbose: boolean): string | undefined {
  if (text.startsWith('{"ready":')) return undefined;
  const record = parseRecord(text);
  if (!record) return isVerbose || (stream === "stderr" && text.trim() !== "") ? text : undefined;
  if (record.level < levelOfProblems && !(isVerbose && record.level >= 30)) return undefined;
  const reason = record.err?.message;
  return [levelNames.get(record.level) ?? `level ${record.level}`, record.msg, reason && reason !== record.msg ? `(${reason})` : undefined]
    .filter(Boolean)
    .join(" ");
}

function parseRecord(text: string): z.infer<typeof logLine> | undefined {
  if (!text.startsWith("{")) return undefined;
  try {
    return logLine.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
