import { once } from "node:events";
import { hrefOf } from "./failure";
import { lendOffice } from "./lend-office";
import type { Told } from "./office-of-its-own";
import type { Office } from "./office";
import { visitOffices } from "./visit-offices";

/** A process that opens the offices, on the database it is given. It is told the name of a failure, makes it, says what came of it, and mends it when it is told so. */
const [databaseUrl = ""] = process.argv.slice(2);

const tell = (told: Told) => void process.send?.(told);
const makers = new Map<unknown, () => Promise<void>>();

visitOffices((_, failures, open) => {
  const lent = lendOffice(() => open(databaseUrl));
  for (const failure of failures) {
    makers.set(failure.name, () =>
      lent.use(async (office) => {
        const made = (await failure.make(office)) ?? {};
        await office.settle();
        const runId = await findLastRun(office);
        tell({ state: "made", accountId: office.accountId, href: hrefOf(failure, { ...made, runId }), workOrder: made.workOrder?.number ?? null });
        await once(process, "message");
        await failure.mend(office, made);
        tell({ state: "mended" });
      }),
    );
  }
});

async function findLastRun({ db, accountId }: Office): Promise<string | undefined> {
  return (await db.prisma.syncRun.findFirst({ where: { accountId }, orderBy: [{ requestedAt: "desc" }, { id: "desc" }], select: { id: true } }))?.id;
}

for (;;) {
  const [name] = await once(process, "message");
  await makers.get(name)?.().catch((error: unknown) => tell({ state: "broken", reason: error instanceof Error ? (error.stack ?? error.message) : String(error) }));
}
