import { createServer } from "node:net";
import { once } from "node:events";
import { expect, test } from "vitest";
import { findFreePort, isPortFree } from "./free-port";

test("a preferred port is used when nobody has it, and another one when somebody does", async () => {
  const wanted = await findFreePort();
  expect(await findFreePort(wanted)).toBe(wanted);

  const server = createServer().listen(wanted, "127.0.0.1");
  await once(server, "listening");
  expect(await isPortFree(wanted, "127.0.0.1")).toBe(false);
  expect(await findFreePort(wanted)).not.toBe(wanted);
  server.close();
});
