import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

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
  { rule: "@typescript-eslint/no-explicit-any", at: "lib/db.ts", code: "export const value: any = 1;" },
  { rule: "@typescript-eslint/no-non-null-assertion", at: "lib/db.ts", code: "export const first = (list: string[]) => list[0]!;" },
  { rule: "no-empty", at: "lib/db.ts", code: "try { JSON.parse('') } catch {}" },
];

/** Rules that need types cannot judge a text that is in no project, so they are left out here. */
const eslint = new ESLint({ overrideConfig: [{ languageOptions: { parserOptions: { projectService: false, project: null } }, rules: typed("off") }] });

function typed(level: "off"): Record<string, "off"> {
  return {
    "@typescript-eslint/no-floating-promises": level,
    "@typescript-eslint/no-misused-promises": level,
    "@typescript-eslint/switch-exhaustiveness-check": level,
  };
}

describe("the lint rules", () => {
  it.each(violations)("$rule refuses `$code` in $at", async ({ rule, at, code }) => {
    const [result] = await eslint.lintText(code, { filePath: at });
    expect(result?.messages.map((message) => message.ruleId)).toContain(rule);
  });

  it("let lib/env.ts read the environment, and nothing else does", async () => {
    const [result] = await eslint.lintText("export const url = process.env.DATABASE_URL;", { filePath: "lib/env.ts" });
    expect(result?.messages).toEqual([]);
  });
});
