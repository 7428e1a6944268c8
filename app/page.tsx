import { redirect } from "next/navigation";
import { requireSession } from "@/lib/auth/session";

/** The start: administrators come to set things up, the others to look things up. */
export default async function StartPage() {
  const session = await requireSession();
  redirect(session.role === "administrator" ? "/settings/integrations" : "/relations");
}
