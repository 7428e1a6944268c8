import { z } from "zod";
import { readExportsAhead } from "@/lib/connections/exports-ahead";
import { jsonRoute } from "@/lib/routes/json-route";
import { syncEngine } from "@/lib/sync/engine";

const empty = z.literal("").transform(() => null);
const draft = z.object({ trigger: z.union([empty, z.uuid()]).catch(null), startDate: z.union([empty, z.iso.date()]).catch(null) });

/** What would go out at once with this work status (`?trigger=`) and from this day on (`?startDate=`), were exports on. */
export const GET = jsonRoute<{ vendor: string }>("administrator", ({ session: { accountId }, request, params: { vendor } }) => {
  const { trigger, startDate } = Object.fromEntries(new URL(request.url).searchParams);
  return readExportsAhead(syncEngine(), { accountId, vendor, ...draft.parse({ trigger: trigger ?? "", startDate: startDate ?? "" }) });
});
