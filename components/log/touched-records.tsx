import Link from "next/link";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { notImportedPage, recordPage } from "@/lib/catalogue/record-pages";
import { counterPage } from "@/components/runs/counter-page";
import { route } from "@/lib/routes/route";
import type { Touched, TouchedRecord } from "@/lib/log/touched-records";

/** Which records a sync created, changed …, each with the way to it; all of them stand on the sync's own page. */
export function TouchedRecords({ touched, runId }: { touched: readonly Touched[]; runId: string | null }) {
  const t = useTranslations("log.panel");
  const sync = useTranslations("sync");
  return touched.map((one) => {
    const more = one.total - one.records.length;
    return (
      <p key={`${one.kind} ${one.counter}`} className="wrap-anywhere">
        {t("touched", { kind: sync(`kind.${one.kind}`), counter: sync(`counter.${one.counter}`) })}{" "}
        {one.records.map((record, index) => (
          <Fragment key={record.key}>
            {index > 0 ? ", " : null}
            <TouchedLink {...one} record={record} />
          </Fragment>
        ))}
        {more > 0 && runId ? (
          <>
            {" "}
            <Link href={counterPage({ runId, kind: one.kind }, one.counter) ?? route(`/runs/${runId}`)} className="link">
              {t("touchedMore", { count: more })}
            </Link>
          </>
        ) : null}
      </p>
    );
  });
}

/** A record's number: leads to the record, or to the list of those not imported. */
function TouchedLink({ kind, counter, record: { key, id } }: Pick<Touched, "kind" | "counter"> & { record: TouchedRecord }) {
  const isRejected = counter === "skipped" || counter === "failed";
  if (id === null && !isRejected) return key;
  return (
    <Link href={id === null || isRejected ? notImportedPage(kind, key) : recordPage(kind, id)} className="link">
      {key}
    </Link>
  );
}
