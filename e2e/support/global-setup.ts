import { joinPostgres } from "@/scripts/postgres/shared-server";
import { dropLeftovers } from "./leftovers";
import { testServerFolder } from "./test-server";

/** Keeps the tests' PostgreSQL running for the whole run; what it returns is called at the end. */
export default async function setUp(): Promise<() => Promise<void>> {
  const { server, leave } = await joinPostgres(testServerFolder, "fleeting");
  await dropLeftovers(server.urlOf("postgres"));
  return leave;
}
