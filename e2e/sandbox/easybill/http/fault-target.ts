import type { FoundRoute } from "../api/routes";
import type { Company } from "../data/company";

/** What faults can be aimed at in a request: its address, its JSON, and the title and `external_id` of the document it is about. */
export function describeContent(url: URL, bytes: Buffer, contentType: string | undefined, company: Company | undefined, { route, ids: [id] }: FoundRoute): string {
  const json = contentType?.startsWith("application/json") === true ? bytes.toString("utf8") : "";
  const isAboutDocument = route.path.startsWith("/documents/:id") && id !== undefined;
  const document = isAboutDocument ? company?.tables.documents.get(id) : undefined;
  const query = [...url.searchParams].map(([name, value]) => `${name}=${value}`).join("&");
  return [`${url.pathname}?${query}`, json, document?.title ?? "", document?.external_id ?? ""].join("\n");
}
