import { join } from "node:path";
import type { Program } from "../start/child-process";
import { collect, type Stage } from "./stage";

type Environment = Readonly<Record<string, string>>;

const modules = "node_modules";

/** Of the compilers written in Go: memory given back later costs a machine that is busy with other tests less than looking for it often. */
const hurried = { GOGC: "400" };

/** oxlint over everything, with types: one test, passed without a single warning. */
export function lintStage(environment: Environment): Stage {
  return oneTest("lint", [
    { name: "oxlint", script: [join(modules, "oxlint", "bin", "oxlint"), "--deny-warnings"], environment: { ...environment, ...hurried } },
  ]);
}

/**
 * TypeScript over everything, with the types of the routes: one test. The native compiler takes a third of the other's time. Several
 * checkers at once would each look through much of the same: one takes half their processor time, and the other tests have the rest.
 */
export function typeCheckStage(environment: Environment): Stage {
  return oneTest("type check", [
    { name: "next typegen", script: [join(modules, "next", "dist", "bin", "next"), "typegen"], environment },
    { name: "tsc", script: [join(modules, "typescript-native", "bin", "tsc"), "--noEmit", "--checkers", "1"], environment: { ...environment, ...hurried } },
  ]);
}

/** Programs that must all succeed, one after the other; their output is shown when one does not. */
function oneTest(name: string, programs: readonly Program[]): Stage {
  return {
    name,
    async run(signal) {
      for (const program of programs) {
        const { code, output } = await collect(program, signal);
        if (code !== 0) return { tally: { passed: 0, failed: 1 }, report: output };
      }
      return { tally: { passed: 1, failed: 0 }, report: "" };
    },
  };
}
