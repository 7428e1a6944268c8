import { RecordView, type RecordViewProps } from "@/components/records/record-view";
import { ClientMessages } from "@/components/shell/client-messages";

/** The page of a record, with the texts that asking its vendor needs in the browser. */
export function RecordPage(props: RecordViewProps) {
  return (
    <ClientMessages namespaces={["records", "sync"]}>
      <RecordView {...props} />
    </ClientMessages>
  );
}
