import { skipRecord } from "@/lib/connectors/check-record";
import type { PassEvent, PassRequest } from "@/lib/connectors/connector";
import { readArticle, type Article } from "../records/article";
import type { CashSession } from "../session";
import { planChanges, writeCursor } from "./cursor";
import { exportChanges } from "./export-changes";
import { Pages } from "./pages";

const articleKinds = ["materials", "hourTypes"] as const;

/** Materials and hour types, one operation at Cash: both are retrieved, and those handed over that are switched on. */
export async function* readArticles(session: CashSession, pass: PassRequest): AsyncGenerator<PassEvent> {
  const { fieldMap } = session;
  const startedAt = session.context.timing.now();
  const commands = { changed: fieldMap.changedArticles, all: fieldMap.allArticles, recordName: fieldMap.articleRecord };
  const pages = new Pages(pass.kinds);
  let isWholeTable = false;
  for await (const batch of exportChanges(session, commands, planChanges(pass, startedAt)?.days ?? null)) {
    isWholeTable = batch.isWholeTable;
    const articles = batch.records.map((record) => readArticle(record, fieldMap));
    for (const { kind, record } of articles) pages.add(kind, record);
    if (!isWholeTable) await addLeavers(pages, pass, articles);
    yield* pages.takeFull();
  }
  yield* pages.takeAll();
  yield { type: "end", complete: isWholeTable ? articleKinds.filter((kind) => pass.kinds.has(kind)) : [], cursor: writeCursor(startedAt) };
}

/**
 * An article whose type has changed from one kind to the other comes as the new kind only. Where just changes are read, its
 * absence from the old kind would not be noticed, so it is said.
 */
async function addLeavers(pages: Pages, { kinds, known }: PassRequest, articles: readonly Article[]): Promise<void> {
  for (const kind of articleKinds) {
    const others = articles.filter((article) => article.kind !== kind).map(({ record }) => record);
    if (!kinds.has(kind) || others.length === 0) continue;
    const standings = await known.standing(kind, others.map(({ externalId }) => externalId));
    for (const record of others) {
      if (standings.get(record.externalId)?.state !== "active") continue;
      const label = record.outcome === "import" ? record.content.name : record.label;
      pages.add(kind, skipRecord({ externalId: record.externalId, label }, "unknownType", { name: "type", value: "" }));
    }
  }
}
