import type { ErrorCode } from "@/lib/errors";

/** Sentences that stand literally in every language, with the one they are in, so that they are read out rightly. */
const literal: Partial<Record<ErrorCode, "nl" | "en">> = { credentials_refused: "nl", authentication_expired: "en" };

/** The language of an error's sentence; undefined: that of the page. */
export function literalLanguage(code: ErrorCode | null): "nl" | "en" | undefined {
  return code === null ? undefined : literal[code];
}
