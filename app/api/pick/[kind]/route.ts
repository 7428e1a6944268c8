import { z } from "zod";
import { database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { listAddressPicks, listPicks } from "@/lib/pick/list-picks";
import { pickKinds } from "@/lib/pick/picks";
import { jsonRoute } from "@/lib/routes/json-route";

const asked = z.object({ kind: z.enum(pickKinds), q: z.string().max(200).default(""), after: z.string().max(4_000).default(""), relation: z.string().max(50).default("") });

/** What can be picked by typing: `?q=` what was typed, `&after=` the page before, `&relation=` whose addresses. */
export const GET = jsonRoute<{ kind: string }>("viewer", ({ session: { accountId }, request, params }) => {
  const wanted = asked.safeParse({ ...Object.fromEntries(new URL(request.url).searchParams), kind: params.kind });
  if (!wanted.success) throw new AppError("invalid_input", { kind: "config" });
  const { kind, q, after, relation } = wanted.data;
  if (kind === "addresses") return listAddressPicks(database(), { accountId, relation, search: q.trim() });
  return listPicks(database(), { accountId, kind, search: q.trim(), after });
});
