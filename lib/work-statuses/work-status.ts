import type { Prisma } from "@/lib/generated/prisma/client";

/** What of a work status is shown wherever one stands. */
export const workStatusColumns = { id: true, code: true, name: true, vendor: true, purpose: true } as const satisfies Prisma.WorkStatusSelect;

export type WorkStatus = Prisma.WorkStatusGetPayload<{ select: typeof workStatusColumns }>;

/** As people know it: `1 – Naar Cash`. */
export function writeWorkStatus({ code, name }: { code: number; name: string }): string {
  return `${code} – ${name}`;
}
