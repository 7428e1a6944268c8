import type { Database } from "@/lib/db";

const contents = {
  relation:
    "debtor_number, name, search_name, attention, street, postal_code, city, country_code, country, phone, mobile, email, vat_number, chamber_number, payment_term, active, inactive_reason",
  delivery_address:
    "(SELECT debtor_number FROM relation WHERE relation.id = relation_id), code, description, name, attention, street, postal_code, city, country_code, country, phone, active, inactive_reason",
  material: "code, name, search_name, \"group\", unit, price, vat_code, type, stock, active, inactive_reason",
  hour_type: "code, name, unit, price, vat_code, active, inactive_reason",
  warehouse: "code, name, active, inactive_reason",
  employee: "code, name, email, active, inactive_reason",
};

/** One digest per table over everything that came from the vendor: equal ones mean equal records, field by field. */
export async function takeFingerprints({ pool }: Database, accountId: string): Promise<Record<string, string>> {
  const prints = Object.entries(contents).map(async ([table, columns]) => {
    const { rows } = await pool.query<{ digest: string }>(
      `SELECT coalesce(md5(string_agg(content, E'\\n' ORDER BY content COLLATE "C")), 'empty') AS digest
       FROM (SELECT ROW(${columns})::text AS content FROM ${table} WHERE account_id = $1) AS records`,
      [accountId],
    );
    return [table, rows[0]?.digest ?? ""] as const;
  });
  return Object.fromEntries(await Promise.all(prints));
}
