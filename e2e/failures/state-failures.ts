import type { CashOffice } from "./cash-office";
import type { Failure } from "./failure";

/** What no request to the vendor tells of. */
export const stateFailures: readonly Failure<CashOffice>[] = [
  {
    name: "the licence has lapsed", cause: "licenceLapsed", subject: "", severity: "action",
    make: async ({ db, accountId, enter, engine }) => {
      const workOrder = await enter();
      await db.prisma.licence.updateMany({ where: { accountId }, data: { state: "cancelled", endsAt: new Date(engine.timing.now().getTime() - 3_600_000) } });
      return { workOrder };
    },
    mend: async ({ db, accountId, sync }) => {
      await db.prisma.licence.updateMany({ where: { accountId }, data: { state: "active", endsAt: null } });
      await sync();
    },
    says: /There is no licence for Cash/, todo: /orders? it in the License manager/i, leadsTo: { label: "licences", href: "/settings/licences#cash" }, offers: /^Order again$/,
  },
  {
    name: "the automatic sync is late", cause: "syncLate", subject: "", severity: "action",
    make: async ({ db, connectionId, accountId, engine }) => {
      await db.prisma.connection.update({ where: { id: connectionId, accountId }, data: { dueSince: new Date(engine.timing.now().getTime() - 45 * 60_000) } });
    },
    mend: ({ sync }) => sync("automatic"),
    says: /The automatic sync with Cash is late/, todo: /see in the sync history what keeps it/, leadsTo: { label: "runs", href: "/runs?integration=cash" },
  },
];
