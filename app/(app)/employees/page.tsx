import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmployeeRecords } from "@/components/records/catalogue-records";
import { NotImportedList } from "@/components/records/not-imported-list";
import { RecordsPage } from "@/components/records/records-page";
import { requireSession } from "@/lib/auth/session";
import { readListView } from "@/lib/catalogue/read-list-view";
import { employeeList } from "@/lib/catalogue/record-lists";
import { database } from "@/lib/db";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sync.kind"))("employees") };
}

export default async function EmployeesPage({ searchParams }: PageProps<"/employees">) {
  const { accountId, role } = await requireSession();
  const asked = { accountId, kind: "employees", parameters: await searchParams } as const;
  const view = await readListView(database(), employeeList, ["name", "number"], asked);
  return (
    <RecordsPage kind={view.kind} tab={view.content.tab} standing={view.standing}>
      {view.content.tab === "records" ? (
        <EmployeeRecords view={view.content} parameters={view.parameters} standing={view.standing} isAdministrator={role === "administrator"} />
      ) : (
        <NotImportedList kind={view.kind} view={view.content} parameters={view.parameters} />
      )}
    </RecordsPage>
  );
}
