"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PickInput } from "@/components/work-orders/form/pick-input";
import { useListParameters } from "@/components/work-orders/list/use-list-parameters";
import { Field } from "@/components/ui/field";

/** Work orders of one customer, picked by typing. */
export function CustomerFilter() {
  const t = useTranslations("workOrders.list.filter");
  const { set } = useListParameters();
  const [typed, setTyped] = useState("");
  return (
    <Field label={t("customer")} className="col-span-2">
      <PickInput
        kind="relations"
        name="customer"
        value={typed}
        onType={setTyped}
        onBlur={() => setTyped("")}
        onPick={({ code }) => {
          setTyped("");
          set({ customer: code });
        }}
      />
    </Field>
  );
}
