import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { condense, openOutputLog } from "./output-log";

const line = (text: string, stream: "stdout" | "stderr" = "stdout") => ({ stream, text });

test("problems of the process log are shown in one line, the rest only when verbose", () => {
  const problem = JSON.stringify({ level: 50, msg: "import failed", err: { message: "vendor is down", stack: "…" } });
  expect(condense(line(problem), false)).toBe("error import failed (vendor is down)");
  const news = JSON.stringify({ level: 30, msg: "import finished" });
  expect(condense(line(news), false)).toBeUndefined();
  expect(condense(line(news), true)).toBe("info import finished");
  expect(condense(line(JSON.stringify({ level: 20, msg: "detail" })), true)).toBeUndefined();
});

test("text that is not of the process log is shown when it is a complaint", () => {
  expect(condense(line("GET / 200"), false)).toBeUndefined();
  expect(condense(line("GET / 200"), true)).toBe("GET / 200");
  expect(condense(line("⨯ it broke", "stderr"), false)).toBe("⨯ it broke");
  expect(condense(line("{ not json", "stderr"), false)).toBe("{ not json");
});

test("everything is kept in the file, whatever is shown", async () => {
  const folder = mkdtempSync(join(tmpdir(), "output-"));
  const shown: string[] = [];
  const log = openOutputLog(folder, "web", (text) => shown.push(text), false);
  log.write(line("hello"));
  log.write(line(JSON.stringify({ level: 40, msg: "slow vendor" })));
  await log.close();
  expect(readFileSync(join(folder, "web.log"), "utf8")).toBe('hello\n{"level":40,"msg":"slow vendor"}\n');
  expect(shown).toEqual(["  web     │ warning slow vendor\n"]);
  rmSync(folder, { recursive: true });
});
