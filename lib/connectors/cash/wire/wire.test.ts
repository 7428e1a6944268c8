import { createServer, type Server, type Socket } from "node:net";
import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { sendRequest, type WireRequest } from "@/lib/connectors/wire/send-request";
import { productionTiming, type Timing } from "@/lib/timing";
import { cashFailure } from "../failures";
import { failureOf } from "../testing/conversation";
import { collectText, decodeText } from "./decode-text";
import { maskInXml } from "./mask-secrets";

const servers: { server: Server; sockets: Set<Socket> }[] = [];

/** A server that says exactly this to whoever connects, without waiting for a question. */
async function speakRaw(say: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    say(socket);
  });
  servers.push({ server, sockets });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/`;
}

afterEach(() => {
  for (const { server, sockets } of servers.splice(0)) {
    server.close();
    for (const socket of sockets) socket.destroy();
  }
});

const send = (timing: Timing, signal: AbortSignal, request: WireRequest, onDeparture?: () => void) => sendRequest({ timing, signal, fail: cashFailure }, request, onDeparture);

const short = { ...productionTiming, vendorAnswerTimeout: 300, vendorIdleTimeout: 300 };

async function readAll(address: string, timing = productionTiming, signal = new AbortController().signal): Promise<string> {
  const answer = await send(timing, signal, { method: "POST", address, headers: {}, body: "x" });
  return (await collectText(decodeText(answer.pieces, answer.headers["content-type"]), 1_000_000)) ?? "too long";
}

describe("a request", () => {
  it("brings back the whole answer", async () => {
    const address = await speakRaw((socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"));
    expect(await readAll(address)).toBe("hello");
  });

  it.each<[string, string, (socket: Socket) => void]>([
    ["hangs up at once", "vendor_unreachable", (socket) => socket.destroy()],
    ["hangs up after half a header", "vendor_unreachable", (socket) => socket.end("HTTP/1.1 200 OK\r\nConte")],
    ["does not speak HTTP", "vendor_unreachable", (socket) => socket.end("220 mail.example ESMTP\r\n")],
    ["says nothing", "vendor_slow", () => undefined],
    ["stops in the middle", "vendor_slow", (socket) => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf")],
    ["ends too early", "vendor_incomplete", (socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf")],
    ["ends in a chunk", "vendor_incomplete", (socket) => socket.end("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nhalf")],
  ])("to somebody who %s ends with %s", async (_, code, say) => {
    expect((await failureOf(readAll(await speakRaw(say), code === "vendor_slow" ? short : productionTiming))).code).toBe(code);
  });

  it("says when it may have left: not before the connection stands, and always before the other side can have read it", async () => {
    const seen: string[] = [];
    const ask = (address: string) =>
      send(productionTiming, new AbortController().signal, { method: "POST", address, headers: {}, body: "x" }, () => seen.push("departed")).then(() => seen.push("answered"), () => seen.push("failed"));
    await ask("http://127.0.0.1:1/");
    expect(seen.splice(0)).toEqual(["failed"]);
    await ask(await speakRaw((socket) => socket.once("data", () => { seen.push("read"); socket.destroy(); })));
    expect(seen.splice(0)).toEqual(["departed", "read", "failed"]);
    await ask(await speakRaw((socket) => socket.destroy()));
    expect(seen).toEqual(["departed", "failed"]);
  });

  it("does not count the time in which nobody reads on as the other side's silence", async () => {
    const address = await speakRaw((socket) => {
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nhalf");
      setTimeout(() => socket.end("half"), 50);
    });
    const timing = { ...productionTiming, vendorIdleTimeout: 1000 };
    const answer = await send(timing, new AbortController().signal, { method: "GET", address, headers: {}, body: "" });
    const read: string[] = [];
    for await (const piece of answer.pieces) {
      read.push(Buffer.from(piece).toString());
      await new Promise((resolve) => setTimeout(resolve, timing.vendorIdleTimeout * 2));
    }
    expect(read.join("")).toBe("halfhalf");
  });

  it("that is aborted before or while it is under way ends with that reason", async () => {
    const address = await speakRaw((socket) => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf"));
    const abort = new AbortController();
    const answer = await send(productionTiming, abort.signal, { method: "GET", address, headers: {}, body: "" });
    const reason = new Error("cancelled");
    const reading = (async () => {
      for await (const piece of answer.pieces) if (piece.byteLength > 0) abort.abort(reason);
    })();
    await expect(reading).rejects.toBe(reason);
    await expect(readAll(address, productionTiming, abort.signal)).rejects.toBe(reason);
  });
});

describe("the text of an answer", () => {
  const decode = async (bytes: Uint8Array[], contentType: string | undefined) => {
    const pieces = (async function* () {
      for (const piece of bytes) yield await Promise.resolve(piece);
    })();
    return collectText(decodeText(pieces, contentType), 100);
  };

  it("is put together from bytes that are cut anywhere", async () => {
    const bytes = Buffer.from("é€😀");
    expect(await decode([...bytes].map((byte) => Uint8Array.of(byte)), "text/xml; charset=utf-8")).toBe("é€😀");
  });

  it("is read in the character set it names, and in UTF-8 where it names none that exists", async () => {
    expect(await decode([Uint8Array.of(0x43, 0xe9)], `text/xml; charset="ISO-8859-1"`)).toBe("Cé");
    for (const type of [undefined, "text/xml", "text/xml; charset=klingon"]) expect(await decode([Buffer.from("Cé")], type)).toBe("Cé");
  });

  it("shows what is no text of its character set as such, and drops what XML cannot hold", async () => {
    expect(await decode([Uint8Array.of(0x43, 0xe9, 0x44), Uint8Array.of(0x02, 0x45)], undefined)).toBe("C\uFFFDDE");
    expect(await decode([Uint8Array.of(0x43, 0xe9)], undefined)).toBe("C\uFFFD");
  });

  it("is given up when it is longer than allowed", async () => {
    expect(await decode([Buffer.alloc(60, "x"), Buffer.alloc(60, "x")], undefined)).toBeNull();
  });
});

describe("secrets", () => {
  it("are taken out as they are, as XML writes them, and in their elements", () => {
    const text = `<pass xsi:type="x">a&amp;b&lt;c</pass> and a&b<c <ns1:token>0123456789abcdef</ns1:token><Password>cut off`;
    expect(maskInXml(["a&b<c", ""]).maskWhole(text)).toBe(`<pass xsi:type="x">•••</pass> and ••• <ns1:token>•••</ns1:token><Password>•••`);
  });

  it("that are very short are masked in their element only", () => {
    expect(maskInXml(["1"]).maskWhole("<relatie>11</relatie><pass>1</pass>")).toBe("<relatie>11</relatie><pass>•••</pass>");
  });
});
