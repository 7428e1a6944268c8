import { expect, test } from "vitest";
import { withAdministrator } from "@/e2e/support/administrator";
import { createTestDatabase } from "@/e2e/support/database";
import { canFindDrift, findDrift } from "./find-drift";

const title = canFindDrift() ? "" : " (skipped: @prisma/schema-engine-wasm is not installed)";

test.skipIf(!canFindDrift())(`the migrations make exactly what the schema files describe${title}`, async () => {
  const database = await createTestDatabase();
  expect(await findDrift(database.url)).toBe("");
  await database.drop();
});

test.skipIf(!canFindDrift())(`a table and a column the schema files do not know are found${title}`, async () => {
  const database = await createTestDatabase();
  await withAdministrator(database.url, (client) => client.query(`CREATE TABLE forgotten (id int PRIMARY KEY)`));
  expect(await findDrift(database.url)).toMatch(/Removed tables\s+- forgotten/);
  await database.drop();
});
