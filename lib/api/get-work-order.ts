import type { ApiAnswer, ApiCall } from "@/lib/api/api-route";
import { readWorkOrderStanding } from "@/lib/api/work-order-standing";
import { AppError } from "@/lib/errors";

/** Answers how the work order stands whose number is the last part of the address. */
export async function getWorkOrder({ caller, db, request }: ApiCall): Promise<ApiAnswer> {
  return { status: 200, content: await readWorkOrderStanding(db, caller.accountId, numberOf(request.url)) };
}

/** @throws AppError work_order_not_found for a part that is not encoded as addresses are */
function numberOf(address: string): string {
  try {
    return decodeURIComponent(new URL(address).pathname.split("/").at(-1) ?? "");
  } catch (cause) {
    throw new AppError("work_order_not_found", { kind: "config", cause });
  }
}
