import { existsSync } from "node:fs";
import { z } from "zod";

const variables = z
  .object({
    E2E_APP_URL: z.url().default("http://localhost:3000"),
    E2E_SANDBOX_URL: z.url().default("http://127.0.0.1:8401"),
    E2E_EASYBILL_SANDBOX_URL: z.url().default("http://127.0.0.1:8402"),
    E2E_DATABASE_URL: z.string().optional(),
    CHROMIUM_PATH: z.string().optional(),
  })
  .parse(process.env);

const debianChromium = "/usr/bin/chromium";

/**
 * The application the browser tests work on: the one `npm test` started for them, else one that runs at the usual
 * addresses, for `npx playwright test` beside `npm run dev`.
 */
export const application = {
  address: variables.E2E_APP_URL,
  sandboxAddress: variables.E2E_SANDBOX_URL,
  easybillSandboxAddress: variables.E2E_EASYBILL_SANDBOX_URL,
  /** Only there under `npm test`. */
  databaseUrl: variables.E2E_DATABASE_URL,
  chromiumPath: variables.CHROMIUM_PATH ?? (existsSync(debianChromium) ? debianChromium : undefined),
};
