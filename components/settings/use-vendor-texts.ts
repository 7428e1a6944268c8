import { useMessages, useTranslations } from "next-intl";
import { isTextAt } from "@/components/log/text-at";

type VendorKey = Parameters<ReturnType<typeof useTranslations<"vendors">>>[0];

/** The texts a vendor brings along, below `vendors.<id>`; null for one that it leaves out. */
export function useVendorTexts(vendor: string): (key: string) => string | null {
  const texts = useTextsOfVendors();
  return (key) => texts(vendor, key);
}

/** The same where several vendors stand on one page. */
export function useTextsOfVendors(): (vendor: string, key: string) => string | null {
  const t = useTranslations("vendors");
  const { vendors } = useMessages();
  const isKey = (key: string): key is VendorKey => isTextAt(vendors, key);
  return (vendor, key) => {
    const path = `${vendor}.${key}`;
    return isKey(path) ? t(path) : null;
  };
}
