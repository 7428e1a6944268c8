import { decimalMarkOf, separatorOf } from "@/lib/intake/csv-dialect";
import { writeTemplate } from "@/lib/intake/file-template";
import { jsonRoute } from "@/lib/routes/json-route";

/** An example of a file of work orders, as spreadsheets of the person's language read it. */
export const GET = jsonRoute("planner", async ({ session: { locale } }) => {
  const template = writeTemplate({ separator: separatorOf(locale), decimalMark: decimalMarkOf(locale) });
  return new Response(template, { headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": 'attachment; filename="work-orders.csv"', "cache-control": "no-store" } });
});
