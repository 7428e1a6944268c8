import { expect, test } from "vitest";
import { choosePasswordForm, fieldProblems, firstAccountForm } from "@/lib/auth/sign-in-form";

const fields = ["company", "name", "email", "password", "repeat"] as const;
const good = { company: "Bakker Klimaat", name: "Anna Bakker", email: "anna@bakker.example", password: "a long password", repeat: "a long password" };

function problemsOf(entered: Partial<typeof good>) {
  const form = new FormData();
  for (const [field, value] of Object.entries({ ...good, ...entered })) form.set(field, value);
  const parsed = firstAccountForm.safeParse(Object.fromEntries(form));
  return parsed.success ? {} : fieldProblems(parsed.error, fields, form);
}

test("a form that is filled in well has no problems", () => {
  expect(problemsOf({})).toEqual({});
});

test("each field says what is wrong with it, and only those that are", () => {
  expect(problemsOf({ company: "  ", email: "anna" })).toEqual({ company: "required", email: "email" });
  expect(problemsOf({ email: "" })).toEqual({ email: "required" });
  expect(problemsOf({ password: "short", repeat: "short" })).toEqual({ password: "password" });
  expect(problemsOf({ repeat: "another password" })).toEqual({ repeat: "repeat" });
});

test("ten thousand characters are a problem, not a crash", () => {
  const endless = "x".repeat(10_000);
  expect(Object.keys(problemsOf({ company: endless, name: endless, email: `${endless}@x.example`, password: endless, repeat: endless })).sort()).toEqual(["company", "email", "name", "password"]);
});

test("a missing field is a problem, too", () => {
  const parsed = choosePasswordForm.safeParse({});
  expect(parsed.success ? {} : fieldProblems(parsed.error, ["password", "repeat"], new FormData())).toEqual({ password: "required", repeat: "required" });
});
