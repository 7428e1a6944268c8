import { RecordsLoading } from "@/components/records/records-loading";

export default function ListLoading() {
  return <RecordsLoading kind="contacts" />;
}
