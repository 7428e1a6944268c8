"use client";

import { X } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { PickInput } from "@/components/work-orders/form/pick-input";
import { listAddress } from "@/lib/paging/list-address";

/** Work orders of one customer: picked by typing, then shown as a chip that takes it away. */
export function CustomerFilter({ value }: { value: string }) {
  const t = useTranslations("workOrders.list.filter");
  const router = useRouter();
  const parameters = useSearchParams();
  const [, start] = useTransition();
  const [typed, setTyped] = useState("");
  const choose = (debtorNumber: string | null) => {
    setTyped("");
    start(() => router.replace(listAddress(Object.fromEntries(parameters), { customer: debtorNumber }), { scroll: false }));
  };
  if (value !== "") {
    return (
      <button
        type="button"
        onClick={() => choose(null)}
        aria-label={t("clearCustomer", { number: value })}
        className="inline-flex h-(--control-h-sm) cursor-pointer items-center gap-1.5 rounded-full bg-accent-soft pr-1.5 pl-2.5 text-sm font-medium text-accent-text tabular-nums"
      >
        {t("ofCustomer", { number: value })}
        <X aria-hidden />
      </button>
    );
  }
  return (
    <div className="w-48 max-sm:w-full">
      <PickInput kind="relations" name="customer" label={t("customer")} value={typed} onType={setTyped} onBlur={() => setTyped("")} onPick={({ code }) => choose(code)} />
    </div>
  );
}
