"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { TextField } from "@/components/work-orders/form/form-field";
import type { FormValues, PartyValues } from "@/components/work-orders/form/form-values";
import { PickField } from "@/components/work-orders/form/pick-field";
import type { RelationPick } from "@/lib/pick/picks";

/** Who it is for, or who pays: picked from the relations, or typed. */
export function PartyFields({ party }: { party: "customer" | "invoiceCustomer" }) {
  const t = useTranslations("workOrders.form.party");
  const { setValue } = useFormContext<FormValues>();
  const pick = ({ party: relation }: RelationPick) => {
    const { debtorNumber, name, street, houseNumber, postalCode, city, countryCode, contact, phone, email } = relation;
    const text = (value: string | null) => value ?? "";
    const values: PartyValues = {
      debtorNumber: text(debtorNumber), name: text(name), street: text(street), houseNumber: text(houseNumber), postalCode: text(postalCode),
      city: text(city), countryCode: text(countryCode), contact: text(contact), phone: text(phone), email: text(email),
    };
    setValue(party, values, { shouldDirty: true });
    // Addresses belong to the customer before.
    if (party === "customer") setValue("deliveryAddressCode", "", { shouldDirty: true });
  };
  return (
    <>
      <PickField kind="relations" name={`${party}.name`} label={t("name")} help={t("help")} onPick={pick} className="sm:col-span-4" />
      <PickField kind="relations" name={`${party}.debtorNumber`} label={t("debtorNumber")} onPick={pick} className="sm:col-span-2" />
      <TextField name={`${party}.street`} label={t("street")} className="sm:col-span-4" />
      <TextField name={`${party}.houseNumber`} label={t("houseNumber")} className="sm:col-span-2" />
      <TextField name={`${party}.postalCode`} label={t("postalCode")} className="sm:col-span-2" />
      <TextField name={`${party}.city`} label={t("city")} className="sm:col-span-3" />
      <TextField name={`${party}.countryCode`} label={t("country")} maxLength={2} className="sm:col-span-1" />
      <TextField name={`${party}.contact`} label={t("contact")} className="sm:col-span-2" />
      <TextField name={`${party}.phone`} label={t("phone")} type="tel" className="sm:col-span-2" />
      <TextField name={`${party}.email`} label={t("email")} type="email" className="sm:col-span-2" />
    </>
  );
}
