import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEasybillSandbox, type EasybillSandbox } from "../start";

let sandbox: EasybillSandbox;
beforeAll(async () => {
  sandbox = await startEasybillSandbox({ customers: 5 });
});
afterAll(() => sandbox.stop());

const fetchText = async (path: string) => (await fetch(`${sandbox.url}${path}`)).text();

describe("the page at the root", () => {
  it("loads nothing but files of its own, and all of them are there", async () => {
    const html = await fetchText("/");
    const wanted = [...html.matchAll(/(?:href|src)="(?!data:|#)([^"]+)"/g)].map(([, file]) => file ?? "");
    const scripts = wanted.filter((file) => file.endsWith(".js"));
    for (const script of scripts) {
      const imports = [...(await fetchText(`/${script}`)).matchAll(/from "(?:\.\/|\.\.\/\.\.\/)([^"]+)"/g)].map(([, file]) => file ?? "");
      scripts.push(...imports.filter((file) => !scripts.includes(file)));
    }
    for (const file of new Set([...wanted, ...scripts])) {
      const answer = await fetch(`${sandbox.url}/${file}`);
      expect(answer.status, file).toBe(200);
      expect(answer.headers.get("content-security-policy"), file).toContain("default-src 'self'");
    }
    expect(new Set(scripts).size).toBe(9);
  });

  it("serves no other files", async () => {
    for (const path of ["/route.ts", "/core/page/serve.ts", "/..%2Fsettings.ts", "/index.html"]) {
      expect((await fetch(`${sandbox.url}${path}`)).status, path).toBe(404);
    }
  });
});
