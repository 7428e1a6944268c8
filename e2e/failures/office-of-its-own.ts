import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { z } from "zod";
import { projectFolder } from "@/scripts/project-folder";

const told = z.discriminatedUnion("state", [
  z.object({ state: z.literal("made"), accountId: z.uuid(), href: z.string(), workOrder: z.string().nullable() }),
  z.object({ state: z.literal("mended") }),
  z.object({ state: z.literal("broken"), reason: z.string() }),
]);
export type Told = z.infer<typeof told>;

/** What was made: in which account, where its remedy leads to, and the number of the work order that it keeps. */
export type Trouble = Pick<Extract<Told, { state: "made" }>, "accountId" | "href" | "workOrder">;

/** The offices, in a process that may load what a browser test cannot. One failure at a time. */
export type OfficeProcess = {
  /** Makes the failure of this name. @throws Error where that did not work */
  make: (name: string) => Promise<Trouble>;
  mend: () => Promise<void>;
  close: () => Promise<void>;
};

export function startOfficeProcess(databaseUrl: string): OfficeProcess {
  const child = fork(join(projectFolder, "e2e", "failures", "office-process.ts"), [databaseUrl], { cwd: projectFolder, execArgv: ["--import", "tsx"], env: { ...process.env, LOG_LEVEL: "silent" } });
  const ended = once(child, "exit").then(() => ({ state: "broken" as const, reason: "The process of the offices has ended" }));
  const ask = async (message: string): Promise<Told> => {
    const answer = once(child, "message").then(([one]) => told.parse(one));
    child.send(message);
    const outcome = await Promise.race([answer, ended]);
    if (outcome.state === "broken") throw new Error(outcome.reason);
    return outcome;
  };
  return {
    make: async (name) => {
      const outcome = await ask(name);
      if (outcome.state !== "made") throw new Error(`Nothing was made: ${outcome.state}`);
      return outcome;
    },
    mend: async () => {
      await ask("mend");
    },
    close: async () => {
      child.kill();
      await ended;
    },
  };
}
