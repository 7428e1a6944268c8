import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { curlExample } from "@/components/api-keys/curl-example";
import { Card, CardBody, CardHeader } from "@/components/ui/card";

/** How another program sends a work order: address, example, what comes back, and where the description is. */
export function ApiHowTo({ appUrl }: { appUrl: string }) {
  const t = useTranslations("apiKeys");
  const address = new URL("/api/v1/work-orders", appUrl).toString();
  const description = new URL("/api/v1/openapi.json", appUrl).toString();
  const example = curlExample(address, `osk_… (${t("howTo.key")})`);
  return (
    <Card>
      <CardHeader title={t("howTo.title")} description={t("howTo.lead")} />
      <CardBody className="grid gap-6">
        <Address title={t("howTo.send")} method="POST" address={address} />
        <div className="grid min-w-0 gap-3">
          <h3 className="text-sm font-medium">{t("howTo.example")}</h3>
          <pre tabIndex={0} className="overflow-x-auto rounded-md bg-sunken px-4 py-3 font-mono text-sm">
            {example}
          </pre>
          <CopyButton text={example} label={t("copy.example")} />
          <p className="max-w-[72ch] text-sm text-fg-2">{t("howTo.answer")}</p>
        </div>
        <Address title={t("howTo.ask")} help={t("howTo.askHelp")} method="GET" address={`${address}/2026.1234`} />
        <div className="grid gap-1">
          <h3 className="text-sm font-medium">{t("howTo.description")}</h3>
          <a href={description} className="justify-self-start font-mono text-sm wrap-anywhere text-accent-text underline underline-offset-[3px]">
            {description}
          </a>
          <p className="text-sm text-fg-2">{t("howTo.descriptionHelp")}</p>
        </div>
      </CardBody>
    </Card>
  );
}

function Address({ title, help, method, address }: { title: string; help?: string; method: string; address: string }) {
  return (
    <div className="grid gap-1">
      <h3 className="text-sm font-medium">{title}</h3>
      <p className="font-mono text-sm wrap-anywhere">
        {method} {address}
      </p>
      {help ? <p className="text-sm text-fg-2">{help}</p> : null}
    </div>
  );
}
