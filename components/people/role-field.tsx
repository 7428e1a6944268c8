"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { roles, type Role } from "@/lib/auth/roles";

/** The choice of a role, with what it may do. */
export function RoleField({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const t = useTranslations("users");
  const choose = (chosen: string) => {
    const role = roles.find((one) => one === chosen);
    if (role) onChange(role);
  };
  return (
    <Field label={t("column.role")} help={t(`roleHelp.${value}`)}>
      <Select value={value} onValueChange={choose} options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))} />
    </Field>
  );
}
