import { expect, test } from "vitest";
import { z } from "zod";
import { AppError, errorCodes, toAppError } from "@/lib/errors";
import { locales } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";

const sentences = z.record(z.string(), z.object({ message: z.string().min(10), remedy: z.string().min(10) }));

test.each(locales)("every error has a sentence and a remedy in %s, and there are no others", async (locale) => {
  const { errors } = await loadMessages(locale);
  expect(Object.keys(sentences.parse(errors)).sort()).toEqual([...errorCodes].sort());
});

test("refused credentials have the same Dutch sentence in every language, and a remedy in each", async () => {
  const texts = await Promise.all(locales.map(async (locale) => sentences.parse((await loadMessages(locale)).errors).credentials_refused));
  expect(texts.map((text) => text?.message)).toEqual(locales.map(() => "Gegevens API gebruiker niet geldig"));
  expect(new Set(texts.map((text) => text?.remedy)).size).toBe(locales.length);
});

test("anything thrown becomes an AppError; one of ours stays what it is", () => {
  const own = new AppError("no_licence", { kind: "config" });
  expect(toAppError(own)).toBe(own);
  expect(own.messageKey).toBe("errors.no_licence.message");
  const other = toAppError(new TypeError("x is undefined"));
  expect([other.code, other.kind, other.detail]).toEqual(["unexpected", "system", "x is undefined"]);
  expect(toAppError("text").detail).toBe("text");
});
