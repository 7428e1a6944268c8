import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CategoryRecords } from "@/components/records/catalogue-records";
import { NotImportedList } from "@/components/records/not-imported-list";
import { RecordsPage } from "@/components/records/records-page";
import { requireSession } from "@/lib/auth/session";
import { readListView } from "@/lib/catalogue/read-list-view";
import { categoryList } from "@/lib/catalogue/record-lists";
import { database } from "@/lib/db";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sync.kind"))("categories") };
}

export default async function CategoriesPage({ searchParams }: PageProps<"/categories">) {
  const { accountId, role } = await requireSession();
  const asked = { accountId, kind: "categories", parameters: await searchParams } as const;
  const view = await readListView(database(), categoryList, ["name", "number"], asked);
  return (
    <RecordsPage kind={view.kind} tab={view.content.tab} standing={view.standing}>
      {view.content.tab === "records" ? (
        <CategoryRecords view={view.content} parameters={view.parameters} standing={view.standing} isAdministrator={role === "administrator"} />
      ) : (
        <NotImportedList kind={view.kind} view={view.content} parameters={view.parameters} />
      )}
    </RecordsPage>
  );
}
