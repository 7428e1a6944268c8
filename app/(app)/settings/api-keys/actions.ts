"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { administratorAction } from "@/lib/actions/action-client";
import { makeApiKey, revokeApiKey } from "@/lib/api-keys/change-api-keys";
import { properName } from "@/lib/auth/password-rules";
import { database } from "@/lib/db";

const page = "/settings/api-keys";

/** Makes a key. Out: the key itself, which is shown once and stored nowhere. */
export const makeApiKeyAction = administratorAction
  .metadata({ action: "api-key.made" })
  .inputSchema(z.object({ name: properName }))
  .action(async ({ parsedInput, ctx: { session } }) => {
    const { token } = await makeApiKey(database(), { actor: session, ...parsedInput });
    revalidatePath(page);
    return { token };
  });

export const revokeApiKeyAction = administratorAction
  .metadata({ action: "api-key.revoked" })
  .inputSchema(z.object({ keyId: z.uuid() }))
  .action(async ({ parsedInput, ctx: { session } }) => {
    await revokeApiKey(database(), { actor: session, ...parsedInput, now: new Date() });
    revalidatePath(page);
    return { outcome: "revoked" as const };
  });
