import { RecordFacts, type RecordFactsProps } from "@/components/records/record-facts";
import { RecordForm } from "@/components/records/record-form";
import { recordPaths } from "@/components/records/record-paths";
import type { ServerAction } from "@/components/actions/use-server-action";
import { ClientMessages } from "@/components/shell/client-messages";
import { route } from "@/lib/routes/route";

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
      <RecordForm kind={kind} id={id} content={content} vendor={detail.origins[0]?.vendorName ?? null} edit={edit} back={route(`${recordPaths[kind]}/${id}`)} />
    </ClientMessages>
  );
}
