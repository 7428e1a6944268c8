import { Pencil } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Opens the form in place of the details. */
export function EditButton() {
  const t = useTranslations("records.detail");
  return (
    <Button asChild>
      <Link href="?edit=yes" scroll={false}>
        <Pencil aria-hidden />
        {t("edit")}
      </Link>
    </Button>
  );
}
