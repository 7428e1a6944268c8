"use client";

import { useTranslations } from "next-intl";
import { LongTextField, TextField } from "@/components/work-orders/form/form-field";
import { Card, CardBody, CardHeader } from "@/components/ui/card";

/** What was to be done, when, and for which project. */
export function WorkCard() {
  const t = useTranslations("workOrders.form.work");
  return (
    <Card aria-labelledby="form-work">
      <CardHeader title={t("title")} titleId="form-work" />
      <CardBody className="grid gap-x-4 gap-y-5 sm:grid-cols-12">
        <TextField name="shortDescription" label={t("shortDescription")} className="sm:col-span-8" />
        <TextField name="typeOfWork" label={t("typeOfWork")} className="sm:col-span-4" />
        <TextField name="workDate" label={t("workDate")} type="date" className="sm:col-span-3" />
        <TextField name="endDate" label={t("endDate")} type="date" className="sm:col-span-3" />
        <TextField name="projectNumber" label={t("projectNumber")} className="sm:col-span-3" />
        <TextField name="externalProjectNumber" label={t("externalProjectNumber")} className="sm:col-span-3" />
        <LongTextField name="description" label={t("description")} help={t("descriptionHelp")} />
        <LongTextField name="internalDescription" label={t("internalDescription")} help={t("internalHelp")} />
      </CardBody>
    </Card>
  );
}
