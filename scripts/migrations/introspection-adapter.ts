import { type ColumnType, ColumnTypeEnum, type SqlDriverAdapter, type SqlQuery } from "@prisma/driver-adapter-utils";
import pg from "pg";

/**
 * The types of PostgreSQL's catalogues, which the schema engine reads, by their number. Prisma's own adapter for `pg`
 * refuses some of them, and reads columns of applications instead.
 */
const columnTypes = new Map<number, ColumnType>([
  [16, ColumnTypeEnum.Boolean],
  [18, ColumnTypeEnum.Character],
  [20, ColumnTypeEnum.Int64],
  [21, ColumnTypeEnum.Int32],
  [23, ColumnTypeEnum.Int32],
  [26, ColumnTypeEnum.Int64],
  [1002, ColumnTypeEnum.CharacterArray],
  [1003, ColumnTypeEnum.TextArray],
  [1005, ColumnTypeEnum.Int32Array],
  [1007, ColumnTypeEnum.Int32Array],
  [1009, ColumnTypeEnum.TextArray],
  [1028, ColumnTypeEnum.Int64Array],
]);

/** A connection through which the schema engine looks at a database and changes nothing. */
export async function connectForIntrospection(url: string): Promise<SqlDriverAdapter> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const refuse = () => Promise.reject(new Error("this connection only reads"));
  return {
    provider: "postgres",
    adapterName: "introspection",
    async queryRaw({ sql, args }: SqlQuery) {
      const { fields, rows } = await client.query<unknown[]>({ text: sql, values: args, rowMode: "array" });
      return {
        columnNames: fields.map((field) => field.name),
        columnTypes: fields.map((field) => columnTypes.get(field.dataTypeID) ?? ColumnTypeEnum.Text),
        rows,
      };
    },
    executeRaw: refuse,
    executeScript: refuse,
    startTransaction: refuse,
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
    dispose: () => client.end(),
  };
}
