import { RecordFacts } from "@/components/records/record-facts";
import { RecordForm } from "@/components/records/record-form";
import { recordPaths } from "@/components/records/record-paths";
import type { ServerAction } from "@/components/actions/use-server-action";
import { ClientMessages } from "@/components/shell/client-messages";
import type { RecordDetail } from "@/lib/catalogue/read-detail";
import type { RecordField } from "@/lib/catalogue/record-fields";
import { route } from "@/lib/routes/route";

type RecordEditorProps = {
  detail: RecordDetail;
  fields: readonly RecordField[];
  isEditing: boolean;
  edit: ServerAction<{ id: string; typed: Record<string, string> }, { changed: number }>;
};

/** The details of a record, or the form that changes them. */
export function RecordEditor({ detail, fields, isEditing, edit }: RecordEditorProps) {
  const { kind, id, content } = detail.record;
  if (!isEditing) return <RecordFacts detail={detail} fields={fields} />;
  return (
    <ClientMessages namespaces={["records", "sync"]}>
      <RecordForm kind={kind} id={id} content={content} vendor={detail.origins[0]?.vendorName ?? null} edit={edit} back={route(`${recordPaths[kind]}/${id}`)} />
    </ClientMessages>
  );
}
