import { redirect } from "next/navigation";
import { requireSession } from "@/lib/auth/session";

/** The start: whether everything is all right. */
export default async function StartPage() {
  await requireSession();
  redirect("/dashboard");
}
