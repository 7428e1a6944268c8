import { expect, test } from "vitest";
import { makeReference, toPublicError } from "@/lib/actions/public-error";
import { AppError } from "@/lib/errors";

test("an unexpected error shows a reference number and nothing of its message or stack", () => {
  const shown = toPublicError(new Error("connection to 10.0.0.7 refused for user outsmart"));
  expect(shown).toEqual({ code: "unexpected", kind: "system", params: {}, reference: expect.stringMatching(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/) });
});

test("an error of ours shows its code, its parameters and when to try again, but no detail", () => {
  const error = new AppError("vendor_rate_limited", { kind: "transient", params: { vendor: "Cash" }, detail: { password: "geheim" }, retryAfterMs: 5_000 });
  expect(toPublicError(error)).toEqual({ code: "vendor_rate_limited", kind: "transient", params: { vendor: "Cash" }, retryAfterMs: 5_000 });
});

test("whatever is thrown has a public side", () => {
  for (const thrown of ["text", null, undefined, 7, { message: "secret" }]) {
    const shown = toPublicError(thrown);
    expect(shown.code).toBe("unexpected");
    expect(JSON.stringify(shown)).not.toContain("secret");
  }
});

test("references are not given twice", () => {
  expect(new Set(Array.from({ length: 1_000 }, makeReference)).size).toBe(1_000);
});
