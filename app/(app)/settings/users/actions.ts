"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { administratorAction } from "@/lib/actions/action-client";
import { welcomeAddress } from "@/lib/auth/one-time-token";
import { emailAddress, properName } from "@/lib/auth/password-rules";
import { roles } from "@/lib/auth/roles";
import { database } from "@/lib/db";
import { env } from "@/lib/env";
import { changeRole, deactivateUser, reactivateUser, renewLink } from "@/lib/users/change-access";
import { inviteUser } from "@/lib/users/invite-user";

const page = "/settings/users";
const target = z.object({ userId: z.uuid() });
const invitation = z.object({ name: properName, email: emailAddress, role: z.enum(roles) });

/** Adds a user. Out: the one-time link, which is shown once and stored nowhere. */
export const inviteUserAction = administratorAction
  .metadata({ action: "user.invited" })
  .inputSchema(invitation)
  .action(async ({ parsedInput, ctx: { session } }) => {
    const result = await inviteUser(database(), { actor: session, ...parsedInput, now: new Date() });
    if (result.outcome === "emailTaken") return { outcome: "emailTaken" as const };
    revalidatePath(page);
    return { outcome: "invited" as const, address: welcomeAddress(env().APP_URL, result.token) };
  });

/** A new one-time link for somebody who is there already. */
export const renewLinkAction = administratorAction
  .metadata({ action: "user.link-renewed" })
  .inputSchema(target)
  .action(async ({ parsedInput, ctx: { session } }) => {
    const { token } = await renewLink(database(), { actor: session, ...parsedInput, now: new Date() });
    return { address: welcomeAddress(env().APP_URL, token) };
  });

export const changeRoleAction = administratorAction
  .metadata({ action: "user.role-changed" })
  .inputSchema(target.extend({ role: z.enum(roles) }))
  .action(async ({ parsedInput, ctx: { session } }) => {
    const result = await changeRole(database(), { actor: session, ...parsedInput });
    revalidatePath(page);
    return result;
  });

export const deactivateUserAction = administratorAction
  .metadata({ action: "user.deactivated" })
  .inputSchema(target)
  .action(async ({ parsedInput, ctx: { session } }) => {
    const result = await deactivateUser(database(), { actor: session, ...parsedInput, now: new Date() });
    revalidatePath(page);
    return result;
  });

export const reactivateUserAction = administratorAction
  .metadata({ action: "user.reactivated" })
  .inputSchema(target)
  .action(async ({ parsedInput, ctx: { session } }) => {
    const result = await reactivateUser(database(), { actor: session, ...parsedInput });
    revalidatePath(page);
    return result;
  });
