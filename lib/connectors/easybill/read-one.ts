import { z } from "zod";
import type { EasybillClient } from "./client";
import { EasybillRefusal } from "./failures";

/**
 * One record by its id, as it comes; null where EasyBill does not have it.
 * @throws AppError as every request
 */
export async function readOne(client: EasybillClient, operation: string, path: string): Promise<unknown> {
  try {
    return await client.request({ operation, method: "GET", path, answer: z.looseObject({ id: z.int() }) });
  } catch (error) {
    if (error instanceof EasybillRefusal && error.isAboutMissing) return null;
    throw error;
  }
}
