import Link from "next/link";
import { useTranslations } from "next-intl";
import { notImportedPage, recordPage } from "@/lib/catalogue/record-pages";
import type { LoggedRecord } from "@/lib/log/read-record";

/** "Relation 10417, Bakkerij Van Leeuwen": leads to the record, or to the list of those not imported. */
export function RecordLink({ record: { kind, key, here } }: { record: LoggedRecord }) {
  const records = useTranslations("sync.record");
  const href = here ? recordPage(kind, here.id) : notImportedPage(kind, key);
  return (
    <>
      <Link href={href} className="link">
        {records(kind)} {key}
      </Link>
      {here ? `, ${here.name}` : null}
    </>
  );
}
