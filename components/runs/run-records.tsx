import { useTranslations } from "next-intl";
import { TouchedLink } from "@/components/log/touched-records";
import { Table, Td, Th } from "@/components/ui/table";
import type { Touched } from "@/lib/log/touched-records";

/** The records behind a counter of a sync, by number, each with the way to it. */
export function RunRecords({ touched }: { touched: Touched }) {
  const t = useTranslations("runs.records");
  const sync = useTranslations("sync");
  const { kind, counter, records, total } = touched;
  return (
    <>
      <Table label={`${sync(`kind.${kind}`)}, ${sync(`counter.${counter}`)}`}>
        <thead>
          <tr>
            <Th>{t("number")}</Th>
            <Th>{t("name")}</Th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.key} className="hover:bg-hover">
              <Td className="whitespace-nowrap tabular-nums">
                <TouchedLink kind={kind} counter={counter} record={record} />
              </Td>
              <Td className={record.name === null ? "text-fg-3" : undefined}>{record.name ?? t("gone")}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {total > records.length ? <p className="px-(--card-x) py-3 text-sm text-fg-2">{t("some", { shown: records.length, count: total })}</p> : null}
    </>
  );
}
