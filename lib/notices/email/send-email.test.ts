import { afterEach, describe, expect, test } from "vitest";
import { readMailServer } from "@/lib/notices/email/mail-server";
import { sendEmail, type Email } from "@/lib/notices/email/send-email";
import { headerOf, startMailbox } from "@/lib/notices/fixtures/mailbox";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => { await Promise.all(closing.splice(0).map((close) => close())); });

async function start(options: Parameters<typeof startMailbox>[0] = {}) {
  const mailbox = await startMailbox(options);
  closing.push(mailbox.close);
  return mailbox;
}
const email: Email = { to: "office@bakker.example", subject: "Cash läßt niemanden ein – 3 Dinge", text: "Häufig", html: "<p>Häufig</p>", messageId: "<one@outsmart.example>", references: ["<zero@outsmart.example>"] };
const send = (url: string, changes: Partial<Email> = {}) => sendEmail({ url, from: "no-reply@outsmart.example" }, { ...email, ...changes }, 30_000);

test("an e-mail arrives with its words, from whom it says, and can be told from another", async () => {
  const { arrived, url } = await start();
  expect(await send(url)).toEqual({ outcome: "sent", answer: null });
  const [mail] = arrived;
  if (!mail) throw new Error("nothing arrived");
  expect(mail).toMatchObject({ from: "no-reply@outsmart.example", to: ["office@bakker.example"] });
  expect(headerOf(mail, "From")).toBe("OutSmart <no-reply@outsmart.example>");
  expect([headerOf(mail, "Message-ID"), headerOf(mail, "In-Reply-To"), headerOf(mail, "Auto-Submitted")]).toEqual(["<one@outsmart.example>", "<zero@outsmart.example>", "auto-generated"]);
  expect(mail.source).toMatch(/multipart\/alternative/);
});

test("nothing in an address or a subject becomes a header or another receiver", async () => {
  const { arrived, url } = await start();
  await send(url, { subject: "x\r\nBcc: thief@evil.example\r\n\r\nbody" });
  await send(url, { to: "office@bakker.example\r\nBcc: thief@evil.example" });
  await send(url, { to: "office@bakker.example, thief@evil.example" });
  expect(arrived.flatMap(({ to }) => to).filter((address) => address === "thief@evil.example")).toEqual([]);
  expect(arrived.map((mail) => headerOf(mail, "Bcc"))).toEqual(arrived.map(() => null));
});

describe("an e-mail that was not taken says why", () => {
  test("for its address, its contents, or the installation's login", async () => {
    const { url, control } = await start({ rejects: (address) => address.startsWith("nobody") });
    expect(await send(url, { to: "nobody@bakker.example" })).toEqual({ outcome: "failed", problem: "addressRefused", answer: 550 });
    control.judge = () => ({ code: 554, message: "spam" });
    expect(await send(url)).toEqual({ outcome: "failed", problem: "mailRefused", answer: 554 });
    const closed = await start({ login: { user: "outsmart", password: "geh:eim" } });
    expect(await send(closed.url)).toMatchObject({ outcome: "sent" });
    expect(await send(closed.url.replace("geh", "x"))).toEqual({ outcome: "failed", problem: "loginRefused", answer: 535 });
  });

  test("a connection that breaks at its end may have delivered it; one that never stood has not", async () => {
    const { url, control, arrived } = await start();
    control.judge = () => "hangUp";
    expect(await send(url)).toMatchObject({ problem: "broken" });
    expect(arrived).toHaveLength(1);
    const gone = await startMailbox();
    await gone.close();
    expect(await send(gone.url)).toMatchObject({ problem: "unreachable" });
  });
});

describe("SMTP_URL", () => {
  test.each([
    ["smtp://mail.example", { url: "smtp://mail.example", from: "no-reply@integrations.example.com" }],
    ["smtps://me:p%40ss@mail.example:465?from=notices@example.com&tls.rejectUnauthorized=false", { url: "smtps://me:p%40ss@mail.example:465?tls.rejectUnauthorized=false", from: "notices@example.com" }],
  ])("%s says where to send and from whom", (text, server) => {
    expect(readMailServer(text, "https://integrations.example.com")).toEqual(server);
  });

  test.each(["mail.example", "https://mail.example", "smtp://", "smtp://mail.example?from=me", "smtp://mail.example?from=a@b.example%0d%0aBcc:c@d.example"])("%s says neither", (text) => {
    expect(readMailServer(text, "https://integrations.example.com")).toBeNull();
  });
});
