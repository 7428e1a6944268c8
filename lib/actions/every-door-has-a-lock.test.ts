import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { projectFolder } from "@/scripts/project-folder";

const sources = ["app", "components", "lib"].flatMap((folder) =>
  readdirSync(join(projectFolder, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.startsWith("generated"))
    .map((file) => join(projectFolder, folder, file)),
);
const files = sources.map((path) => ({ name: relative(projectFolder, path).replaceAll("\\", "/"), text: readFileSync(path, "utf8") }));

/** Server actions of people without a session: signing in and out, one-time links, the language before signing in. */
const open = ["app/(auth)/actions.ts", "app/(auth)/sign-in/actions.ts", "app/(auth)/welcome/[token]/actions.ts", "app/(app)/sign-out.ts"];

/** Routes that check in a way of their own: signed calls of the job engine, and health, which says only that it runs. */
const otherwiseChecked = ["app/api/inngest/route.ts", "app/api/health/route.ts"];

/** What vendors tell of: an unguessable address says for which connection, and a signature is checked where there is one. No session opens it. */
const doorOfVendors = "app/api/webhooks/[vendor]/[token]/route.ts";

/** Tells no more than what the API looks like; it holds nothing of any account. */
const openDocuments = ["app/api/v1/openapi.json/route.ts"];

/** Routes for other software: a key says which account they are for, and no session opens them. */
const isForKeys = (name: string) => name.startsWith("app/api/v1/");

/** Pages for people without a session, and those that only lead on to pages that check. */
const openPages = ["app/(auth)/sign-in/page.tsx", "app/(auth)/welcome/[token]/page.tsx"];

test("every server action is made from a role, but for those of people without a session", () => {
  const actionFiles = files.filter(({ name, text }) => /^\s*["']use server["']/m.test(text) && !open.includes(name));
  expect(actionFiles.length).toBeGreaterThan(0);
  for (const { name, text } of actionFiles) {
    const exported = [...text.matchAll(/^export (?:async function|const|function|default)\s*(\w*)[^\n]*/gm)];
    for (const [line, action] of exported) {
      const [, maker = "none"] = /= (create\w+Action)\(/.exec(line) ?? [];
      const made = files.find(({ text: other }) => other.includes(`export function ${maker}(`))?.text ?? line;
      expect(made, `${name}: ${action} is made from administratorAction, plannerAction or viewerAction`).toMatch(/(=|return) (administrator|planner|viewer)Action\b/);
    }
  }
});

test("every page checks the session itself, never leaving it to the layout", () => {
  const pages = files.filter(({ name }) => /^app\/.*page\.tsx$/.test(name) && !openPages.includes(name));
  expect(pages.length).toBeGreaterThan(0);
  for (const { name, text } of pages) expect(text, name).toMatch(/requireSession\(/);
});

test("the settings are for administrators alone", () => {
  const settings = files.filter(({ name }) => /^app\/\(app\)\/settings\/.*page\.tsx$/.test(name));
  for (const { name, text } of settings) expect(text, name).toMatch(/requireSession\("administrator"\)/);
});

test("every route names the role it is for", () => {
  const routes = files.filter(({ name }) => /^app\/.*route\.tsx?$/.test(name) && !otherwiseChecked.includes(name) && !isForKeys(name) && name !== doorOfVendors);
  for (const { name, text } of routes) {
    for (const [line] of text.matchAll(/^export (?:async function|const) (?:GET|POST|PUT|PATCH|DELETE)\b[^\n]*/gm)) {
      expect(line, name).toMatch(/= jsonRoute/);
    }
    expect(text, name).toMatch(/jsonRoute(<[^(]*>)?\(\s*"(administrator|planner|viewer)"/);
  }
});

test("what vendors tell of is only taken in, under an address that is its own key", () => {
  const door = files.find(({ name }) => name === doorOfVendors);
  const exported = [...(door?.text ?? "").matchAll(/^export (?:async function|const) (?:GET|POST|PUT|PATCH|DELETE)\b[^\n]*/gm)].map(([line]) => line);
  expect(exported).toEqual([expect.stringMatching(/^export const POST = createReceiver\(/)]);
});

test("every route of the API asks for a key, but for its description", () => {
  const routes = files.filter(({ name }) => /^app\/.*route\.tsx?$/.test(name) && isForKeys(name) && !openDocuments.includes(name));
  expect(routes.length).toBeGreaterThan(0);
  for (const { name, text } of routes) {
    const exported = [...text.matchAll(/^export (?:async function|const) (?:GET|POST|PUT|PATCH|DELETE)\b[^\n]*/gm)];
    expect(exported.length, name).toBeGreaterThan(0);
    for (const [line] of exported) expect(line, name).toMatch(/= apiRoute\(/);
  }
});
