import { randomUUID } from "node:crypto";
import { cashManifest } from "@/lib/connectors/cash/manifest";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Locale } from "@/lib/i18n/locales";
import { insertWorkOrders } from "@/lib/work-orders/insert-work-orders";
import { workOrderStatuses } from "@/lib/work-orders/status-steps";
import { takeNumbers } from "@/lib/work-orders/take-number";
import { contentOfInput } from "@/lib/work-orders/work-order-content";
import { addWorkOrderEvents, type Happening } from "@/lib/work-orders/work-order-events";
import { ensureVendorWorkStatuses } from "@/lib/work-statuses/ensure-vendor-work-statuses";
import type { DemoCatalogue } from "./demo-catalogue";
import { makeDemoOrders, type DemoOrder } from "./make-demo-orders";

type Demo = { accountId: string; locale: Locale; timeZone: string; seed: number; count: number; /** Asked for only where work orders are made. */ readCatalogue: () => DemoCatalogue; /** Who plans the work. */ planner: string; now: Date };

/**
 * Gives a demo account its work orders, once: one that has any of them gets no others. None is sent by that; those that are complete
 * wait for the exports to be switched on, which asks from which day on. Out: how many were made.
 */
export async function seedWorkOrders(tx: Prisma.TransactionClient, { accountId, locale, timeZone, seed, count, readCatalogue, planner, now }: Demo): Promise<number> {
  if ((await tx.workOrder.count({ where: { accountId, origin: "demo" } })) > 0) return 0;
  const { holdId, sendId } = await ensureVendorWorkStatuses(tx, { accountId, vendor: cashManifest.id, vendorName: cashManifest.name, locale });
  const today = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now);
  const orders = makeDemoOrders({ seed, count, locale, today, catalogue: readCatalogue() });
  const numbers = await numberOrders(tx, accountId, orders);
  const made = orders.map((order, index) => ({ id: randomUUID(), number: numbers[index] ?? "", ...order }));
  const written = await insertWorkOrders(
    tx,
    made.map(({ id, number, status, purpose, createdAt, completedAt, input }) => ({
      id, accountId, number, status, workStatusId: purpose === "send" ? sendId : holdId, origin: "demo", completedAt, createdAt, content: contentOfInput(input),
    })),
  );
  await addWorkOrderEvents(tx, made.filter(({ id }) => written.has(id)).flatMap((order) => historyOf(order, { accountId, planner })));
  return written.size;
}

/** Numbers in the order in which they were made, each of its own year. */
async function numberOrders(tx: Prisma.TransactionClient, accountId: string, orders: readonly DemoOrder[]): Promise<string[]> {
  const yearOf = ({ createdAt }: DemoOrder) => createdAt.getUTCFullYear();
  const numbers: string[] = [];
  for (const year of [...new Set(orders.map(yearOf))].sort()) {
    numbers.push(...(await takeNumbers(tx, accountId, year, orders.filter((order) => yearOf(order) === year).length)));
  }
  return numbers;
}

/** It was made, retrieved on the morning of the work, completed by the engineer, and handled two days later. */
function historyOf({ id, status, createdAt, completedAt, input }: DemoOrder & { id: string }, { accountId, planner }: { accountId: string; planner: string }): Happening[] {
  const engineer = input.lines.flatMap((line) => (line.type === "period" ? (line.employeeName ?? []) : []))[0] ?? planner;
  const retrievedAt = new Date(`${input.workDate}T05:40:00Z`);
  const steps = { ready: createdAt, retrieved: retrievedAt, complete: completedAt ?? retrievedAt, handled: new Date((completedAt ?? retrievedAt).getTime() + 172_800_000) };
  const passed = workOrderStatuses.slice(1, workOrderStatuses.indexOf(status) + 1);
  return [
    { accountId, workOrderId: id, actor: planner, at: createdAt, event: { kind: "created", origin: "demo" } },
    ...passed.map((after, index): Happening => {
      const before = workOrderStatuses[index] ?? "ready";
      return { accountId, workOrderId: id, actor: after === "handled" ? planner : engineer, at: steps[after], event: { kind: "statusChanged", before, after } };
    }),
  ];
}
