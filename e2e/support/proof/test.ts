import { test as base } from "@playwright/test";
import { startOwnApplication, type OwnApplication } from "./own-application";
import { startOwnVendor, type OwnVendor } from "./own-vendor";
import { plantedMailPassword, plantedUser } from "./planted";

type WorkerFixtures = {
  /** A stand-in of Cash in this process. */
  vendor: OwnVendor;
  /** A whole application that nobody has used yet, with that stand-in for a vendor. */
  newcomer: OwnApplication;
};

/**
 * Playwright's `test` with an application of its own for each worker, so that a spec finds an account nobody has used, and
 * may look behind the pages: into the database, the logs and the vendor.
 */
export const test = base.extend<object, WorkerFixtures>({
  vendor: [
    async ({}, provide) => {
      const vendor = await startOwnVendor([plantedUser]);
      await provide(vendor);
      await vendor.goDown();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  newcomer: [
    async ({ vendor }, provide) => {
      const application = await startOwnApplication({ CASH_WSDL_URL: vendor.wsdlUrl, LOG_LEVEL: "trace", SMTP_URL: `smtp://notices:${plantedMailPassword}@127.0.0.1:1?from=notices@outsmart.example` });
      await provide(application);
      await application.stop();
    },
    { scope: "worker", timeout: 5 * 60_000 },
  ],
  baseURL: async ({ newcomer }, provide) => provide(newcomer.address),
});

export { expect } from "@playwright/test";
