import { defineConfig } from "prisma/config";

/** No datasource address here: `prisma generate` must work without a database; the scripts hand the address over themselves. */
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
});
