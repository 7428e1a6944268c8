"use server";

import { redirect } from "next/navigation";
import { signOut } from "@/lib/auth/auth";

/** Ends the session on this device. */
export async function leave(): Promise<void> {
  await signOut({ redirect: false });
  redirect("/sign-in");
}
