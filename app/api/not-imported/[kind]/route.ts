import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { listedKinds } from "@/lib/catalogue/listed-kinds";
import { importKinds } from "@/lib/connectors/record-kinds";
import { database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { decimalMark } from "@/lib/i18n/format-decimal";
import { regionalLocales, type Locale } from "@/lib/i18n/locales";
import { describeReason } from "@/lib/not-imported/describe-reason";
import { writeNotImportedCsv, type CsvWords } from "@/lib/not-imported/write-csv";
import { readListRequest } from "@/lib/paging/list-request";
import { jsonRoute } from "@/lib/routes/json-route";

const kinds = z.enum(importKinds);

/** The list "Not imported" of a kind as a CSV file, in the person's language; `search` as on the page. */
export const GET = jsonRoute<{ kind: string }>("viewer", async ({ session, request, params }) => {
  const kind = kinds.safeParse(params.kind).data;
  if (!kind) throw new AppError("invalid_input", { kind: "config", params: { field: "kind" } });
  const { search } = readListRequest(Object.fromEntries(new URL(request.url).searchParams), ["number"]);
  const [words, fileName] = await Promise.all([csvWords(session.locale), getTranslations("records.notImported")]);
  return new Response(writeNotImportedCsv(database(), { accountId: session.accountId, kinds: listedKinds[kind], search }, words), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName("fileName")}-${kind}.csv"`,
      "cache-control": "no-store",
    },
  });
});

async function csvWords(locale: Locale): Promise<CsvWords> {
  const [t, record, reasons, fields, format] = await Promise.all([
    getTranslations("records.notImported"),
    getTranslations("sync.record"),
    getTranslations("sync.reason"),
    getTranslations("sync.field"),
    getFormatter(),
  ]);
  return {
    // Where the decimal mark is a comma, spreadsheets separate cells by semicolons.
    separator: decimalMark(regionalLocales[locale]) === "," ? ";" : ",",
    header: [t("what"), t("number"), t("name"), t("reason"), t("value"), t("since"), t("vendor")],
    cells: (row) => {
      const { sentence, detail } = describeReason(row, reasons, fields);
      return [record(row.kind), row.externalId, row.label, sentence, detail ?? "", format.dateTime(row.firstSeenAt, "moment"), row.vendor];
    },
  };
}
