import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoCredentials } from "../../cash/credentials";
import { startCashSandbox } from "../../cash/start";
import { startEasybillSandbox } from "../../easybill/start";

describe.each([
  { vendor: "Cash", start: () => startCashSandbox({ relations: 5 }), login: Object.values(demoCredentials) },
  { vendor: "EasyBill", start: () => startEasybillSandbox({ customers: 5 }), login: [] },
])("the page at the root of the $vendor sandbox", ({ vendor, start, login }) => {
  let sandbox: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    sandbox = await start();
  });
  afterAll(() => sandbox.stop());

  const fetchText = async (path: string) => (await fetch(`${sandbox.url}${path}`)).text();

  it("says whose it is, and the login to try things with", async () => {
    const html = await fetchText("/");
    expect(html).toContain(`<title>${vendor} sandbox</title>`);
    for (const text of login) expect(html).toContain(`<dd>${text}</dd>`);
    expect(html).not.toContain("{{");
  });

  it("loads nothing but files of its own, and all of them are there", async () => {
    const wanted = [...(await fetchText("/")).matchAll(/(?:href|src)="(?!data:|#)([^"]+)"/g)].map(([, file]) => `/${file ?? ""}`);
    const scripts = wanted.filter((file) => file.endsWith(".js"));
    for (const script of scripts) {
      const imports = [...(await fetchText(script)).matchAll(/from "([^"]+)"/g)].map(([, file]) => new URL(file ?? "", new URL(script, sandbox.url)).pathname);
      scripts.push(...imports.filter((file) => !scripts.includes(file)));
    }
    for (const file of new Set([...wanted, ...scripts])) {
      const answer = await fetch(`${sandbox.url}${file}`);
      expect(answer.status, file).toBe(200);
      expect(answer.headers.get("content-security-policy"), file).toContain("default-src 'self'");
    }
    expect(new Set(scripts).size).toBe(13);
  });

  it("serves no other files", async () => {
    for (const path of ["/route.ts", "/core/page/serve.ts", "/..%2Fsettings.ts", "/index.html"]) {
      expect((await fetch(`${sandbox.url}${path}`)).status, path).toBe(404);
    }
  });
});
