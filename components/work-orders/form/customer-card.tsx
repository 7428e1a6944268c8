"use client";

import { useTranslations } from "next-intl";
import { useController, useFormContext, useWatch } from "react-hook-form";
import type { FormValues } from "@/components/work-orders/form/form-values";
import { PartyFields } from "@/components/work-orders/form/party-fields";
import { PickField } from "@/components/work-orders/form/pick-field";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { FieldRow } from "@/components/ui/field";
import { Switch } from "@/components/ui/switch";

/** Customer, delivery address, and who pays where it is somebody else. */
export function CustomerCard() {
  const t = useTranslations("workOrders.form.party");
  const { control, setValue } = useFormContext<FormValues>();
  const debtorNumber = useWatch({ control, name: "customer.debtorNumber" });
  const { field: payer } = useController({ control, name: "hasInvoiceCustomer" });
  return (
    <Card aria-labelledby="form-customer">
      <CardHeader title={t("title")} titleId="form-customer" />
      <CardBody className="grid gap-x-4 gap-y-5 sm:grid-cols-6">
        <PartyFields party="customer" />
        <PickField
          kind="addresses"
          name="deliveryAddressCode"
          label={t("deliveryAddress")}
          help={t("deliveryHelp")}
          relation={debtorNumber}
          onPick={({ code }) => setValue("deliveryAddressCode", code, { shouldDirty: true })}
          className="sm:col-span-3"
        />
      </CardBody>
      <div className="border-t border-line">
        <FieldRow narrow label={t("otherPays")} help={t("otherPaysHelp")}>
          <Switch checked={payer.value} onCheckedChange={payer.onChange} onBlur={payer.onBlur} />
        </FieldRow>
      </div>
      {payer.value ? (
        <fieldset className="grid gap-x-4 gap-y-5 px-(--card-x) pt-1 pb-5 sm:grid-cols-6">
          <legend className="sr-only">{t("invoiceCustomer")}</legend>
          <PartyFields party="invoiceCustomer" />
        </fieldset>
      ) : null}
    </Card>
  );
}
