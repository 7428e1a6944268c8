import { notFound } from "next/navigation";
import { cache } from "react";
import { database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { readWorkOrder } from "@/lib/work-orders/read-work-order";
import type { WorkOrderDetail } from "@/lib/work-orders/work-order-detail";

/** For a work order's pages and their titles: read once per request. One that is not there, or not theirs, is a page that is not there. */
export const workOrderOfPage = cache(async (accountId: string, id: string): Promise<WorkOrderDetail> => {
  try {
    return await readWorkOrder(database(), accountId, id);
  } catch (error) {
    if (error instanceof AppError && error.code === "work_order_not_found") notFound();
    throw error;
  }
});
