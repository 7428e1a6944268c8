import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { z } from "zod";
import { linkHours, welcomeAddress } from "@/lib/auth/one-time-token";
import { passwordLength } from "@/lib/auth/password-length";
import { emailAddress, newPassword, properName } from "@/lib/auth/password-rules";
import { roles } from "@/lib/auth/roles";
import { openDatabase } from "@/lib/db";
import { env } from "@/lib/env";
import { addUser, type AddUserOutcome } from "@/lib/users/add-user";
import { Problem, sentenceOf } from "./problem";

const usage = `npm run user:add -- --account "De Vries Installatie" --email marit@example.com --name "Marit de Vries" --role administrator

  --account          name or id of the account; a new name makes a new account
  --role             ${roles.join(", ")}
  --password-stdin   read the password from standard input instead of printing a one-time link
`;

const person = z.object({
  account: properName,
  name: properName,
  email: emailAddress,
  role: z.enum(roles),
});

type Request = z.infer<typeof person> & { password: string | null };

async function readRequest(): Promise<Request> {
  const string = { type: "string" } as const;
  const { values } = parseArgs({ options: { account: string, email: string, name: string, role: string, "password-stdin": { type: "boolean" } } });
  const parsed = person.safeParse(values);
  if (!parsed.success) {
    const fields = [...new Set(parsed.error.issues.map((issue) => `--${issue.path.join(".")}`))];
    throw new Problem(`Missing or wrong: ${fields.join(", ")}\n\n${usage}`);
  }
  return { ...parsed.data, password: values["password-stdin"] ? await readPassword() : null };
}

/** One line; the line break that `echo` adds is no part of it. */
async function readPassword(): Promise<string> {
  const parsed = newPassword.safeParse((await text(process.stdin)).replace(/\r?\n$/, ""));
  if (!parsed.success) throw new Problem(`A password has ${passwordLength.min} to ${passwordLength.max} characters.`);
  return parsed.data;
}

function describe(request: Request, result: AddUserOutcome): string {
  switch (result.outcome) {
    case "emailTaken":
      throw new Problem(`Somebody already signs in with ${request.email}.`);
    case "ambiguousAccount":
      throw new Problem(`Several accounts have that name; give the id:\n${result.accounts.map(({ id, name }) => `  ${id}  ${name}`).join("\n")}`);
    case "added": {
      const account = `${result.isNewAccount ? "the new account " : ""}${request.account}`;
      const added = `${request.name} is ${request.role} of ${account}.\n`;
      if (result.token === null) return added;
      const address = welcomeAddress(env().APP_URL, result.token);
      return `${added}One-time link to choose the password, good for ${linkHours.invitation / 24} days:\n${address}\n`;
    }
  }
}

async function main(): Promise<void> {
  const request = await readRequest();
  const db = openDatabase(env().DATABASE_URL, { connections: 1 });
  try {
    process.stdout.write(describe(request, await addUser(db, { ...request, now: new Date() })));
  } finally {
    await db.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
});
