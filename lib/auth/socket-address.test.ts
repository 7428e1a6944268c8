import { once } from "node:events";
import { createServer } from "node:http";
import { expect, test } from "vitest";
import { z } from "zod";
import { clientAddress } from "@/lib/auth/client-address";
import { trustSocketAddresses } from "@/lib/auth/socket-address";

const listening = z.object({ port: z.number() });

/** The address our server sees for a request that claims to come from somewhere. */
async function addressSeen(claimed: string): Promise<string> {
  const server = createServer((request, response) => response.end(String(request.headers["x-forwarded-for"] ?? "nothing")));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = listening.parse(server.address());
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { "x-forwarded-for": claimed } });
  const seen = await answer.text();
  server.close();
  return seen;
}

test("without a proxy nobody can make up the address a try to sign in is counted under", async () => {
  expect(await addressSeen("203.0.113.9")).toBe("203.0.113.9");
  trustSocketAddresses("https://integrations.example");
  expect(await addressSeen("203.0.113.9")).toBe("203.0.113.9");
  trustSocketAddresses("http://localhost:3000");
  expect(await addressSeen("203.0.113.9")).toBe("127.0.0.1");
});

test("behind a proxy the last entry counts, which the proxy itself appended", () => {
  const address = (value: string) => clientAddress(new Headers({ "x-forwarded-for": value }));
  expect(address("198.51.100.7")).toBe("198.51.100.7");
  expect(address("made-up, 198.51.100.7")).toBe("198.51.100.7");
  expect(clientAddress(new Headers())).toBe("unknown");
});
