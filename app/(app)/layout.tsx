import type { ReactNode } from "react";
import { leave } from "@/app/(app)/sign-out";
import { AppShell } from "@/components/shell/app-shell";
import { requireSession } from "@/lib/auth/session";
import { requestTheme } from "@/lib/request-theme";

/** The frame. It shows who is signed in; what they may see is checked by each page again. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const [session, theme] = await Promise.all([requireSession(), requestTheme()]);
  const { accountName, name, role } = session;
  return (
    <AppShell person={{ accountName, name, role }} theme={theme} signOut={leave}>
      {children}
    </AppShell>
  );
}
