import type { EasybillSandbox } from "@/e2e/sandbox/easybill/start";
import { easybillSettingsSchema } from "@/lib/connectors/easybill/settings-schema";
import { createReportingVendor, type TestWebhooks } from "@/lib/webhooks/fixtures/test-webhooks";
import { furnishOffice, type Office } from "./office";

export type ReportingOffice = Office & {
  readonly sandbox: EasybillSandbox;
  /** Where the reports of EasyBill arrive, and the jobs that look at them. */
  readonly reports: Pick<TestWebhooks, "door" | "settle" | "process">;
  /** They are let in again. */
  readonly reopen: () => Promise<void>;
};

/** An office that EasyBill tells of changes, with everything imported once; without a migrated database it gets one of its own. */
export async function openReportingOffice(databaseUrl?: string): Promise<ReportingOffice> {
  const it = await createReportingVendor({}, databaseUrl);
  const { engine, sandbox, clock } = it;
  // Days pass here without a schedule.
  await it.db.prisma.connection.update({ where: { id: it.connectionId, accountId: it.scope.accountId }, data: { nextSyncAt: null, dueSince: null } });
  const connector = engine.findConnector("easybill");
  if (connector === null) throw new Error("There is no EasyBill");
  const office = furnishOffice({
    engine, connector, ...it.scope, sendId: "", close: it.close, usual: {},
    readSettings: (settings) => easybillSettingsSchema.parse(settings),
    passTo: async (moment) => {
      const milliseconds = Math.max(0, moment.getTime() - engine.timing.now().getTime());
      clock.ahead += milliseconds;
      await sandbox.advanceClock({ milliseconds });
    },
  });
  const { handle } = it.door;
  return {
    ...office, sandbox, reports: it,
    reopen: async () => {
      it.door.handle = handle;
      await it.sandbox.untilDelivered();
    },
  };
}
