import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { projectFolder } from "./project-folder";

/** The arrows of ARCHITECTURE.md: for each rule a line of code that breaks it, and where it would stand. */
const violations = [
  { rule: "no-restricted-imports", at: "lib/relations/read.ts", code: 'import { Button } from "@/components/ui/button"; Button;' },
  { rule: "no-restricted-imports", at: "lib/relations/read.ts", code: 'import { inngest } from "@/inngest/client"; inngest;' },
  { rule: "no-restricted-imports", at: "lib/sync/run.ts", code: 'import { cash } from "@/lib/connectors/cash/connector"; cash;' },
  { rule: "no-restricted-imports", at: "lib/connectors/cash/client.ts", code: 'import { database } from "@/lib/db"; database;' },
  { rule: "no-restricted-imports", at: "lib/connectors/cash/client.ts", code: 'import { easybill } from "@/lib/connectors/easybill/client"; easybill;' },
  { rule: "no-restricted-imports", at: "lib/connectors/easybill/client.ts", code: 'import { cash } from "@/lib/connectors/cash/session"; cash;' },
  { rule: "no-restricted-imports", at: "lib/connectors/wire/send-request.ts", code: 'import { cash } from "@/lib/connectors/cash/session"; cash;' },
  { rule: "no-restricted-imports", at: "lib/connectors/connector.ts", code: 'import pg from "pg"; pg;' },
  { rule: "no-restricted-imports", at: "components/ui/button.tsx", code: 'import { database } from "@/lib/db"; database;' },
  { rule: "no-restricted-imports", at: "components/ui/button.tsx", code: 'import { save } from "@/app/actions"; save;' },
  { rule: "no-restricted-imports", at: "inngest/functions/run-sync.ts", code: 'import Page from "@/app/page"; Page;' },
  { rule: "no-restricted-properties", at: "lib/db.ts", code: "export const url = process.env.DATABASE_URL;" },
  { rule: "no-console", at: "lib/db.ts", code: 'console.log("x");' },
  { rule: "typescript(no-explicit-any)", at: "lib/db.ts", code: "export const value: any = 1;" },
  { rule: "typescript(no-non-null-assertion)", at: "lib/db.ts", code: "export const first = (list: string[]) => list[0]!;" },
  { rule: "no-empty", at: "lib/db.ts", code: "try { JSON.parse('') } catch {}" },
];

const report = z.object({ diagnostics: z.array(z.object({ code: z.string() })) });

/** Lints one text as if it stood at `at`. Rules that need types cannot judge a text that is in no project, so they are left out. Out: the rules it broke. */
async function lint(at: string, code: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "outsmart-lint-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const rules = JSON.parse(readFileSync(join(projectFolder, ".oxlintrc.json"), "utf8"));
  writeFileSync(join(folder, ".oxlintrc.json"), JSON.stringify({ ...rules, $schema: undefined, options: { typeAware: false } }));
  mkdirSync(join(folder, dirname(at)), { recursive: true });
  writeFileSync(join(folder, at), code);
  const oxlint = join(projectFolder, "node_modules", "oxlint", "bin", "oxlint");
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, [oxlint, "--format=json"], { cwd: folder }, (_, stdout) => resolve(stdout));
  });
  return report.parse(JSON.parse(output)).diagnostics.map((diagnostic) => diagnostic.code.replace(/^eslint\((.*)\)$/, "$1"));
}

describe("the lint rules", () => {
  it.each(violations)("$rule refuses `$code` in $at", async ({ rule, at, code }) => {
    expect(await lint(at, code)).toContain(rule);
  });

  it("let lib/env.ts read the environment, and nothing else does", async () => {
    expect(await lint("lib/env.ts", "export const url = process.env.DATABASE_URL;")).toEqual([]);
  });
});
