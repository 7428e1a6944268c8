import { randomBytes } from "node:crypto";
import { demoCredentials, type CashUser } from "@/e2e/sandbox/cash/credentials";

/** Found again whatever is done to the signs around them: escaping, quoting, percent-encoding. */
const accepted = randomBytes(12).toString("hex");
const refused = randomBytes(12).toString("hex");

/** An API user with a password like no other text of the application. */
export const plantedUser: CashUser = {
  relation: demoCredentials.relation,
  email: "planted@devries-installatie.example",
  password: `<geheim & "${accepted}" é>`,
  administrations: ["01", "02"],
  withoutRights: [],
};

/** Of the mail server that `SMTP_URL` names. */
export const plantedMailPassword = randomBytes(12).toString("hex");

export const refusedPassword = `<fout & "${refused}" é>`;

/** What must be nowhere: the passwords' cores as they are and as base64, in all three places a byte can have in it. */
export const plantedSecrets: ReadonlyMap<string, readonly string[]> = new Map([
  ["the password that is used", [accepted, ...base64Forms(accepted)]],
  ["the password that was refused", [refused, ...base64Forms(refused)]],
]);

/** @param text the forms leave out its first and last signs, whose digits depend on what stands beside them */
export function base64Forms(text: string): string[] {
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.from(`${"x".repeat(offset)}${text}`, "utf8").toString("base64").replaceAll("=", "");
    return encoded.slice(offset === 0 ? 0 : 4, -2);
  });
}
