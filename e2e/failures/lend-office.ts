import type { Office } from "./office";

/** An office that is lent to one after the other. */
export type LentOffice<OneOffice extends Office> = {
  /** Does something in it while nothing is wrong there. After an error the next one gets a new office. */
  use: <Result>(work: (office: OneOffice) => Promise<Result>) => Promise<Result>;
  close: () => Promise<void>;
};

/** Opens it when it is needed for the first time, which takes longer than to make a failure there. */
export function lendOffice<OneOffice extends Office>(open: () => Promise<OneOffice>): LentOffice<OneOffice> {
  let kept: OneOffice | null = null;
  const close = async () => {
    const office = kept;
    kept = null;
    await office?.close();
  };
  return {
    close,
    use: async (work) => {
      try {
        kept ??= await openAtWork(open);
        await putInOrder(kept);
        return await work(kept);
      } catch (error) {
        await close();
        throw error;
      }
    },
  };
}

async function openAtWork<OneOffice extends Office>(open: () => Promise<OneOffice>): Promise<OneOffice> {
  const office = await open();
  await office.configure({});
  await office.sync();
  return office;
}

/** The settings are as they were, and what waited has gone out. */
async function putInOrder(office: Office): Promise<void> {
  await office.configure({});
  await office.sendOut(24 * 60);
  await office.settle();
  const open = await office.db.prisma.issue.findMany({ where: { accountId: office.accountId, state: "open" }, select: { cause: true, subject: true } });
  if (open.length > 0) throw new Error(`Something is wrong already: ${JSON.stringify(open)}`);
}
