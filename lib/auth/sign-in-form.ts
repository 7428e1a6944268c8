import { z } from "zod";
import { emailAddress, newPassword, properName } from "@/lib/auth/password-rules";

/** What is wrong with a field; a sentence below `auth.problem`. */
export type FieldProblem = "required" | "email" | "password" | "repeat";

/** What a form without a session shows after a try. `entered` fills it again; passwords are never in it. */
type FormState<Field extends string, Refusal = never> = {
  entered: Partial<Record<Field, string>>;
  problems: Partial<Record<Field, FieldProblem>>;
  refusal: Refusal | FormFailure | null;
};

/** Something of ours broke; the person gives the reference to support. */
export type FormFailure = { kind: "failed"; reference: string | null };

type SignInRefusal = { kind: "refused" } | { kind: "throttled"; seconds: number };
export type SignInState = FormState<"email", SignInRefusal>;
export type ChoosePasswordState = FormState<"password" | "repeat">;
export type FirstAccountState = FormState<"company" | "name" | "email" | "password" | "repeat">;

const repeated = { password: newPassword, repeat: z.string() };
const isRepeated = ({ password, repeat }: { password: string; repeat: string }) => password === repeat;
const notRepeated = { path: ["repeat"], message: "repeat" };

export const choosePasswordForm = z.object(repeated).refine(isRepeated, notRepeated);
export const firstAccountForm = z.object({ company: properName, name: properName, email: emailAddress, ...repeated }).refine(isRepeated, notRepeated);

/** The first problem of each field. */
export function fieldProblems<Field extends string>(error: z.ZodError, fields: readonly Field[], form: FormData): Partial<Record<Field, FieldProblem>> {
  const problems: Partial<Record<Field, FieldProblem>> = {};
  for (const field of fields) {
    if (error.issues.some((issue) => issue.path[0] === field)) problems[field] = problemOf(field, form.get(field));
  }
  return problems;
}

function problemOf(field: string, entered: FormDataEntryValue | null): FieldProblem {
  if (typeof entered !== "string" || entered.trim() === "") return "required";
  return field === "email" || field === "password" || field === "repeat" ? field : "required";
}
