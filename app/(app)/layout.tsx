import type { ReactNode } from "react";
import { leave } from "@/app/(app)/sign-out";
import { AppShell } from "@/components/shell/app-shell";
import { requireSession } from "@/lib/auth/session";
import { readOptionalKinds } from "@/lib/catalogue/read-optional-kinds";
import { database } from "@/lib/db";
import { countExports, summarizeExports } from "@/lib/export/count-exports";
import { countOpenIssues } from "@/lib/issues/list-issues";
import { requestTheme } from "@/lib/request-theme";

/** The frame. It shows who is signed in; what they may see is checked by each page again. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const [session, theme] = await Promise.all([requireSession(), requestTheme()]);
  const { accountId, accountName, name, role } = session;
  const db = database();
  const [kinds, issues, exports] = await Promise.all([readOptionalKinds(db, accountId), countOpenIssues(db, accountId), countExports(db, accountId)]);
  return (
    <AppShell person={{ accountName, name, role }} kinds={kinds} issues={issues.action} exports={summarizeExports(exports)} theme={theme} signOut={leave}>
      {children}
    </AppShell>
  );
}
