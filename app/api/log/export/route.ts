import { getFormatter, getMessages, getTranslations } from "next-intl/server";
import { z } from "zod";
import { createLogTexts } from "@/components/log/log-texts";
import { recordAudit } from "@/lib/audit/record-audit";
import { findConnector } from "@/lib/connectors/registry";
import { database } from "@/lib/db";
import { decimalMark } from "@/lib/i18n/format-decimal";
import { regionalLocales, type Locale } from "@/lib/i18n/locales";
import { isLogFiltered, logAddress } from "@/lib/log/log-filters";
import { logFilters } from "@/lib/log/log-filters-schema";
import { logFormats, writeLogFile, type LogFileWords } from "@/lib/log/log-file";
import { eachLogRow } from "@/lib/log/read-log";
import { jsonRoute } from "@/lib/routes/json-route";

const query = logFilters.extend({ format: z.enum(logFormats).catch("csv") });
const types = { csv: "text/csv", ndjson: "application/x-ndjson" } as const;

/** What the log page shows under its filters as a file (`?format=csv` or `ndjson`), in the person's language. */
export const GET = jsonRoute("viewer", async ({ session, request }) => {
  const { format, ...filters } = query.parse(Object.fromEntries(new URL(request.url).searchParams));
  const db = database();
  const [words, t] = await Promise.all([fileWords(session.locale), getTranslations("log.panel.file")]);
  await recordAudit(db, {
    accountId: session.accountId,
    userId: session.userId,
    userName: session.name,
    action: "log.exported",
    subject: isLogFiltered(filters) ? `${format.toUpperCase()} ${new URLSearchParams(logAddress(filters)).toString()}` : format.toUpperCase(),
  });
  return new Response(writeLogFile(eachLogRow(db, { reader: session, filters }), format, words), {
    headers: {
      "content-type": `${types[format]}; charset=utf-8`,
      "content-disposition": `attachment; filename="${t("name")}.${format}"`,
      "cache-control": "no-store",
    },
  });
});

async function fileWords(locale: Locale): Promise<LogFileWords> {
  const [log, exports, errors, messages, t, panel, records, format] = await Promise.all([
    getTranslations("log"),
    getTranslations("exports"),
    getTranslations("errors"),
    getMessages(),
    getTranslations("log.panel.file"),
    getTranslations("log.panel"),
    getTranslations("sync.record"),
    getFormatter(),
  ]);
  const { sentence, remedy } = createLogTexts({ log, exports, errors, messages });
  return {
    // Where the decimal mark is a comma, spreadsheets separate cells by semicolons.
    separator: decimalMark(regionalLocales[locale]) === "," ? ";" : ",",
    header: [t("at"), t("level"), t("integration"), t("sentence"), t("next"), t("kind"), t("record"), t("workOrder"), t("run")],
    cells: (row) => [
      format.dateTime(new Date(row.at), "exact"),
      panel(`level.${row.level}`),
      row.vendor === null ? "" : (findConnector(row.vendor)?.manifest.name ?? row.vendor),
      sentence(row),
      remedy(row) ?? "",
      row.kind === null ? "" : records(row.kind),
      row.recordKey ?? "",
      String(row.params["workOrder"] ?? ""),
      row.runId ?? "",
    ],
    sentence,
    remedy,
  };
}
