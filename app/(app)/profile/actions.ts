"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { viewerAction } from "@/lib/actions/action-client";
import { renewSession } from "@/lib/auth/auth";
import { passwordLength } from "@/lib/auth/password-length";
import { newPassword, properName } from "@/lib/auth/password-rules";
import { rememberLanguage } from "@/lib/auth/visitor-language";
import { database } from "@/lib/db";
import { env } from "@/lib/env";
import { locales } from "@/lib/i18n/locales";
import { changePassword } from "@/lib/users/change-password";
import { updateProfile } from "@/lib/users/update-profile";

/** Saves one's own name and language; the language is kept for the sign-in page of this browser, too. */
export const saveProfileAction = viewerAction
  .metadata({ action: "user.profile-changed" })
  .inputSchema(z.object({ name: properName, locale: z.enum(locales) }))
  .action(async ({ parsedInput, ctx: { session } }) => {
    await updateProfile(database(), session, parsedInput);
    await rememberLanguage(parsedInput.locale);
    revalidatePath("/", "layout");
    return { outcome: "saved" as const };
  });

/** Changes one's own password: every other session ends, this one goes on. */
export const changePasswordAction = viewerAction
  .metadata({ action: "user.password-changed" })
  .inputSchema(z.object({ current: z.string().min(1).max(passwordLength.max), next: newPassword }))
  .action(async ({ parsedInput, ctx: { session } }) => {
    const now = new Date();
    const result = await changePassword(database(), { session, ...parsedInput, secret: env().AUTH_SECRET, now });
    switch (result.outcome) {
      case "changed":
        await renewSession(result.sessionVersion);
        return { outcome: "changed" as const };
      case "wrongPassword":
        return { outcome: "wrongPassword" as const };
      case "throttled":
        return { outcome: "throttled" as const, seconds: Math.ceil((result.retryAt.getTime() - now.getTime()) / 1_000) };
    }
  });
