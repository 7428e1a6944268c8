import { RecordFacts, type RecordFactsProps } from "@/components/records/record-facts";
import { RecordForm } from "@/components/records/record-form";
import type { ServerAction } from "@/components/actions/use-server-action";
import { ClientMessages } from "@/components/shell/client-messages";
import { recordPage } from "@/lib/catalogue/record-pages";

type RecordEditorProps = RecordFactsProps & {
  isEditing: boolean;
  edit: ServerAction<{ id: string; typed: Record<string, string> }, { changed: number }>;
};

/** The details of a record, or the form that changes them. */
export function RecordEditor({ isEditing, edit, ...facts }: RecordEditorProps) {
  const { detail } = facts;
  const { kind, id, content } = detail.record;
  if (!isEditing) return <RecordFacts {...facts} />;
  return (
    <ClientMessages namespaces={["records", "sync"]}>
      <RecordForm kind={kind} id={id} content={content} vendor={detail.origins[0]?.vendorName ?? null} edit={edit} back={recordPage(kind, id)} />
    </ClientMessages>
  );
}
