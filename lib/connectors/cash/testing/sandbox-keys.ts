import type { CashSandbox } from "@/e2e/sandbox/cash/start";
import { readRecords, speak } from "@/e2e/sandbox/cash/testing/wire";

/** Keys of the generated data that tests stand on: the numbers of a customer who is not blocked, and of an article of each type. */
export type SandboxKeys = { customer: string; material: string; hourType: string };

/** Looks them up, so that a change of the generator breaks no test. */
export async function findSandboxKeys(sandbox: CashSandbox): Promise<SandboxKeys> {
  const read = async (command: string) => readRecords((await speak(sandbox.url).export(command)).exportResult);
  const relations = await read("0101");
  const isOpen = (number: string | undefined) => relations.some((relation) => relation["0101"] === number && relation["1487"] !== "J");
  const customer = (await read("2220")).find((record) => record["2226"] !== "J" && isOpen(record["0101"]))?.["0101"];
  const articles = (await read("2260A")).filter((article) => article["2280"] !== "J" && article["2001"] !== undefined);
  const codeOf = (type: string) => articles.find((article) => article["2262"] === type)?.["2260"];
  const [material, hourType] = [codeOf("M"), codeOf("K")];
  if (customer === undefined || material === undefined || hourType === undefined) throw new Error("The sandbox lacks a customer or an article");
  return { customer, material, hourType };
}
