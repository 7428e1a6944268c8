"use server";

import { revalidatePath } from "next/cache";
import { rememberLanguage } from "@/lib/auth/visitor-language";
import { isLocale } from "@/lib/i18n/locales";

/** Chooses the language before signing in. */
export async function chooseLanguageAction(form: FormData): Promise<void> {
  const locale = form.get("locale");
  if (!isLocale(locale)) return;
  await rememberLanguage(locale);
  revalidatePath("/", "layout");
}
