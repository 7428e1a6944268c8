import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findStaticWays } from "./client-imports";
import { projectFolder } from "./project-folder";

/** What is too much for the script of a page: schemas, and all that nobody sees before they do something. */
const isLate = (module: string) => module === "zod" || module === "sonner" || module.includes("/late/");

test("schemas, menus, dialogs and toasts are fetched when they are needed, never with a page", () => {
  const files = ["app", "components", "lib"].flatMap((folder) =>
    readdirSync(join(projectFolder, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /(?<!\.test)\.tsx?$/.test(name) && !name.startsWith("generated"))
      .map((name) => join(folder, name)),
  );
  const sources = new Map(files.map((path) => [path, readFileSync(join(projectFolder, path), "utf8")]));
  expect([...sources.values()].filter((text) => text.startsWith('"use client"')).length).toBeGreaterThan(100);
  expect(findStaticWays(sources, isLate)).toEqual([]);
});

test("a way over several modules is found and named; types, import() and server actions are none", () => {
  const client = (text: string) => `"use client";\n${text}`;
  const sources = new Map([
    ["components/form.tsx", client('import { useState } from "react";\nimport {\n  check,\n  type Checked,\n} from "@/lib/check";')],
    ["lib/check.ts", 'export { rules } from "./rules";'],
    ["lib/rules.ts", 'import { z } from "zod";'],
    ["components/typed.tsx", client('import type { Rules } from "@/lib/rules";\nimport { type Checked } from "@/lib/rules";')],
    ["components/waiting.tsx", client('const load = () => import("@/lib/rules");')],
    ["components/asking.tsx", client('import { save } from "@/app/actions";')],
    ["app/actions.ts", '"use server";\nimport { z } from "zod";'],
    ["app/page.tsx", 'import { z } from "zod";'],
  ]);
  expect(findStaticWays(sources, isLate)).toEqual(["components/form.tsx → lib/check.ts → lib/rules.ts → zod"]);
});
