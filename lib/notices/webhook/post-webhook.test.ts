import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { createServer as createTcpServer, type AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { isPublicAddress, publicAddresses, readWebhookAddress, type AddressPolicy } from "@/lib/notices/webhook/address-policy";
import { resolveByDns, type Resolve } from "@/lib/notices/webhook/checked-lookup";
import { postWebhook } from "@/lib/notices/webhook/post-webhook";

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** A receiver on this machine; how often it was asked, and what the last one said. */
async function startReceiver(answer: RequestListener) {
  const seen: IncomingMessage[] = [];
  const server: Server = createServer((request, response) => {
    seen.push(request);
    request.resume().on("end", () => answer(request, response));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => { server.closeAllConnections(); server.close(); });
  return { seen, address: `http://127.0.0.1:${portOf(server)}/hook`, port: portOf(server) };
}
const portOf = (server: { address: () => AddressInfo | string | null }): number => {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
};

const everywhere: AddressPolicy = { allowsProtocol: () => true, allowsAddress: () => true };
const webhook = (address: string) => ({ address, headers: { "webhook-id": "msg_1" }, body: '{"a":"é"}' });
const post = (address: string, { policy = everywhere, resolve = resolveByDns, signal = new AbortController().signal }: { policy?: AddressPolicy; resolve?: Resolve; signal?: AbortSignal } = {}) => postWebhook({ policy, resolve, signal }, webhook(address));

describe("an address", () => {
  test.each([
    "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.100.100.200", "168.63.129.16", "192.0.0.192", "224.0.0.1", "255.255.255.255", "198.18.0.1",
    "::", "::1", "fe80::1", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "::ffff:10.0.0.1", "::ffff:7f00:1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001::1", "2001:db8::1", "no address",
  ])("%s is no public one", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each(["8.8.8.8", "172.32.0.1", "2a00:1450:4001:81b::200e", "2606:4700::1111", "::ffff:8.8.8.8"])("%s is", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each(["http://hooks.example/x", "ftp://hooks.example", "https://user:pass@hooks.example/", "hooks.example", "javascript:alert(1)", ""])("%j is not taken", (text) => {
    expect(readWebhookAddress(text, publicAddresses)).toBeNull();
  });

  test("over TLS is taken, without what no server is told", () => {
    expect(readWebhookAddress(" https://hooks.example/x?y=1#part ", publicAddresses)?.href).toBe("https://hooks.example/x?y=1");
  });
});

describe("nothing is sent into a private network", () => {
  test.each(["https://127.0.0.1/", "https://[::1]/", "https://[::ffff:10.0.0.1]/", "https://2130706433/", "https://0x7f.1/", "https://localhost/", "http://8.8.8.8/"])("at %s", async (address) => {
    expect(await post(address, { policy: publicAddresses })).toEqual({ outcome: "failed", problem: "privateAddress", answer: null });
  });

  test("by a name one of whose addresses is private", async () => {
    const resolve: Resolve = async () => [{ address: "8.8.8.8", family: 4 }, { address: "10.0.0.1", family: 4 }];
    expect(await post("https://hooks.example/", { policy: publicAddresses, resolve })).toMatchObject({ problem: "privateAddress" });
  });

  test("by a name that answers otherwise when it is asked again: the socket takes the address that was checked", async () => {
    const { seen, port } = await startReceiver((_request, response) => response.end());
    const answers = ["127.0.0.1", "127.0.0.2"];
    const asked: string[] = [];
    const resolve: Resolve = async () => [{ address: answers[asked.push("again") - 1] ?? "127.0.0.2", family: 4 }];
    const policy: AddressPolicy = { allowsProtocol: () => true, allowsAddress: (address) => address === "127.0.0.1" };
    expect(await post(`http://rebinding.example:${port}/`, { policy, resolve })).toMatchObject({ outcome: "sent" });
    expect([asked.length, seen.length]).toEqual([1, 1]);
    expect(await post(`http://rebinding.example:${port}/`, { policy, resolve })).toMatchObject({ problem: "privateAddress" });
    expect(seen).toHaveLength(1);
  });
});

describe("a receiver", () => {
  test("that answers with success has it, whatever else it says", async () => {
    const { seen, address } = await startReceiver((_request, response) => { response.writeHead(204); response.end(); });
    expect(await post(address)).toEqual({ outcome: "sent", answer: 204 });
    expect(seen[0]).toMatchObject({ method: "POST", url: "/hook", headers: { "webhook-id": "msg_1", "content-type": "application/json", "content-length": "10" } });
  });

  test("that never stops answering is not listened to for ever", async () => {
    const { address } = await startReceiver((_request, response) => {
      const write = () => { while (!response.destroyed && response.write("x".repeat(4_096))); };
      response.on("drain", write);
      response.on("error", () => undefined);
      write();
    });
    expect(await post(address)).toEqual({ outcome: "sent", answer: 200 });
  });

  test("that leads elsewhere is not followed", async () => {
    const other = await startReceiver((_request, response) => response.end());
    const { address } = await startReceiver((_request, response) => { response.writeHead(307, { location: other.address }); response.end(); });
    expect(await post(address)).toEqual({ outcome: "failed", problem: "redirected", answer: 307 });
    expect(other.seen).toEqual([]);
  });

  test("that refuses is quoted", async () => {
    const { address } = await startReceiver((_request, response) => { response.writeHead(410); response.end("gone"); });
    expect(await post(address)).toEqual({ outcome: "failed", problem: "answered", answer: 410 });
  });

  test("that hangs up may have it, and one that says nothing too", async () => {
    const { address } = await startReceiver((request) => request.socket.destroy());
    expect(await post(address)).toMatchObject({ problem: "broken" });
    const patience = new AbortController();
    const silent = await startReceiver(() => patience.abort());
    expect(await post(silent.address, { signal: patience.signal })).toMatchObject({ problem: "slow" });
  });

  test("that is not there", async () => {
    const server = createTcpServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const port = portOf(server);
    server.close();
    expect(await post(`http://127.0.0.1:${port}/`)).toMatchObject({ problem: "unreachable" });
    const resolve: Resolve = () => Promise.reject(Object.assign(new Error("no such host"), { code: "ENOTFOUND" }));
    expect(await post("https://nowhere.example/", { resolve })).toMatchObject({ problem: "hostUnknown" });
  });

  test("that speaks no TLS where it should", async () => {
    const { port } = await startReceiver((_request, response) => response.end());
    expect(await post(`https://127.0.0.1:${port}/`)).toMatchObject({ problem: "certificate" });
  });
});
