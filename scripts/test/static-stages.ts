import { join } from "node:path";
import type { Program } from "../start/child-process";
import { collect, type Stage } from "./stage";

type Environment = Readonly<Record<string, string>>;

const modules = "node_modules";

/** ESLint over everything: one test, passed without a single warning. */
export function lintStage(environment: Environment): Stage {
  return oneTest("lint", [
    { name: "eslint", script: [join(modules, "eslint", "bin", "eslint.js"), ".", "--max-warnings=0"], environment },
  ]);
}

/** TypeScript over everything, with the types of the routes: one test. */
export function typeCheckStage(environment: Environment): Stage {
  return oneTest("type check", [
    { name: "next typegen", script: [join(modules, "next", "dist", "bin", "next"), "typegen"], environment },
    { name: "tsc", script: [join(modules, "typescript", "bin", "tsc"), "--noEmit"], environment },
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
