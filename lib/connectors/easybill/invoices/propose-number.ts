import { z } from "zod";
import type { EasybillClient } from "../client";
import { customerSchema } from "../records/schemas";
import { lineOf } from "../records/text";
import { easybillFailure } from "../failures";
import { readCustomers } from "./look-up";

/** Numbers that are asked about in one request. */
const sample = 50;
/** Where EasyBill begins to number customers. */
const firstNumber = 10_000;
const mostSamples = 20;

/**
 * A customer number under which nothing stands: the wanted one, else one behind the newest customer's. EasyBill would number a customer by
 * itself, but then nobody could find it again when its answer is lost.
 * @throws AppError as every request; vendor_nonsense when no number is free
 */
export async function proposeCustomerNumber(client: EasybillClient, wanted: string | null): Promise<string> {
  const number = lineOf(wanted);
  if (number !== null && (await takenOf(client, [number])).size === 0) return number;
  let next = (await readNewestNumber(client)) + 1;
  for (let round = 0; round < mostSamples; round += 1, next += sample) {
    const numbers = Array.from({ length: sample }, (_, place) => String(next + place));
    const taken = await takenOf(client, numbers);
    const free = numbers.find((one) => !taken.has(one));
    if (free !== undefined) return free;
  }
  throw easybillFailure("vendor_nonsense", { detail: "no free customer number" });
}

async function takenOf(client: EasybillClient, numbers: readonly string[]): Promise<Set<string>> {
  return new Set((await readCustomers(client, numbers)).flatMap(({ number }) => lineOf(number) ?? []));
}

/** The number of the last customer of the list, which is the newest as a rule; a guess is enough, for what is taken is asked afterwards. */
async function readNewestNumber(client: EasybillClient): Promise<number> {
  const answer = z.object({ total: z.int().min(0), items: z.array(customerSchema) });
  const read = (page: number) => client.request({ operation: "ListCustomers", method: "GET", path: "/customers", query: { page, limit: 1 }, answer });
  const first = await read(1);
  const [last] = first.total > 1 ? (await read(first.total)).items : first.items;
  const number = lineOf(last?.number) ?? "";
  return /^\d{1,12}$/.test(number) ? Number(number) : firstNumber + first.total;
}
