import type { Administration, VendorContext } from "@/lib/connectors/connector";
import { readExport } from "./export/read-export";
import type { CashRecord } from "./export/record-reader";
import { CashRefusal, cashFailure } from "./failures";
import type { FieldMap } from "./field-map";
import { listAdministrations, type ListedAdministration } from "./soap/administrations";
import { findOperation } from "./soap/find-operation";
import { takesPart, type CallContent } from "./soap/parts";
import { readAnswer } from "./soap/read-answer";
import { readTransaction, type CashTransaction, type ImportProgress } from "./soap/transaction";
import type { SoapOperation } from "./soap/read-wsdl";
import { writeCall } from "./soap/write-call";
import { textAt, type XmlElement } from "./soap/xml-tree";
import { converse, type TextAnswer } from "./wire/converse";

export type CashSettings = { wsdlUrl: string; fieldMap: FieldMap };

type Read<Found> = (answer: TextAnswer) => AsyncIterable<Found>;

/** A conversation with Cash on behalf of one login. It keeps the token and the list of administrations as long as it lives. */
export class CashSession {
  readonly fieldMap: FieldMap;
  private token: string | null = null;
  private listed: ListedAdministration[] | null = null;

  constructor(
    readonly context: VendorContext,
    private readonly settings: CashSettings,
  ) {
    this.fieldMap = settings.fieldMap;
  }

  /**
   * The administrations the API user is linked to.
   * @throws AppError no_administration when there is none, and as every call
   */
  async administrations(): Promise<Administration[]> {
    return (await this.listAdministrations()).map(({ code, name }) => ({ code, name }));
  }

  /**
   * The records a command answers, in batches, as they come.
   * @param administration code of the one to read; the context's unless it is given
   * @throws CashRefusal before the first batch; AppError as every call; vendor_incomplete when the answer breaks off
   */
  async *export(command: string, recordName: string, administration = this.context.administration): AsyncGenerator<readonly CashRecord[]> {
    const content = { command, administration: await this.findAdministration(administration), format: this.fieldMap.format };
    yield* this.call("Export", content, (answer) => readExport(answer, recordName, this.fieldMap));
  }

  /**
   * Hands records over to be booked. Never sent twice, but once more with a new token when the answer to the first was that the old
   * one is not good. A refusal is an answer: it stands in the transaction.
   * @param progress told what is known of this import, also when it fails
   * @throws CashRefusal, AppError as every call
   */
  async import(xml: string, progress: ImportProgress): Promise<CashTransaction> {
    const administration = await this.findAdministration(this.context.administration);
    const { fieldMap } = this;
    const found = this.call("Import", { xml, administration, format: fieldMap.format }, (answer) => readTransaction(progress.listen(answer), fieldMap), progress);
    for await (const transaction of found) return transaction;
    throw cashFailure("vendor_nonsense", { detail: "no answer" });
  }

  /**
   * What became of an import.
   * @throws CashRefusal, with the code 902 when Cash does not know it; AppError as every call
   */
  async getTransaction(id: string): Promise<CashTransaction> {
    for await (const transaction of this.call("GetTransaction", { id }, (answer) => readTransaction(answer, this.fieldMap))) return transaction;
    throw cashFailure("vendor_nonsense", { detail: "no answer" });
  }

  private async listAdministrations(): Promise<ListedAdministration[]> {
    this.listed ??= listAdministrations(await this.callOnce("ListAdministrations", {}), this.fieldMap);
    if (this.listed.length === 0) throw cashFailure("no_administration");
    return this.listed;
  }

  private async findAdministration(code: string | null): Promise<CallContent["administration"]> {
    const found = code === null ? undefined : (await this.listAdministrations()).find((one) => one.code === code);
    if (found === undefined) throw cashFailure("administration_missing", { detail: { administration: code } });
    return found;
  }

  private async callOnce(name: string, content: Partial<CallContent>): Promise<XmlElement> {
    const { fieldMap } = this;
    const found = this.call(name, content, async function* (answer) {
      yield await readAnswer(answer, fieldMap);
    });
    for await (const element of found) return element;
    throw cashFailure("vendor_nonsense", { detail: "no answer" });
  }

  /** When its token is refused, which proves that nothing was done, a call is made once more with a new one. */
  private async *call<Found>(name: string, content: Partial<CallContent>, read: Read<Found>, progress?: ImportProgress): AsyncGenerator<Found> {
    const operation = await findOperation(this.context, this.settings, name);
    const withLogin = await this.withLogin(operation, content);
    try {
      yield* this.send(operation, withLogin, read, progress);
    } catch (error) {
      if (!(error instanceof CashRefusal) || !error.isAboutToken) throw error;
      this.token = null;
      progress?.beginAgain();
      yield* this.send(operation, await this.withLogin(operation, content), read, progress);
    }
  }

  private send<Found>(operation: SoapOperation, content: Partial<CallContent>, read: Read<Found>, progress?: ImportProgress): AsyncGenerator<Found> {
    const secrets = [content.password ?? "", content.token ?? ""];
    const onDeparture = () => progress?.depart();
    return converse(this.context, { operation: operation.name, request: writeCall(operation, content), secrets, onDeparture }, read);
  }

  /** The WSDL of 2015 wants a token from Authenticate, the one of 3.0 the credentials in every call. */
  private async withLogin(operation: SoapOperation, content: Partial<CallContent>): Promise<Partial<CallContent>> {
    const { relationCode = "", email = "", password = "" } = this.context.login;
    const needsToken = takesPart(operation, "token") && !takesPart(operation, "password");
    const token = needsToken ? await this.validToken() : "";
    return { ...content, token, relation: relationCode, email, password };
  }

  private async validToken(): Promise<string> {
    this.token ??= textAt(await this.callOnce("Authenticate", { service: this.fieldMap.service }), "token")?.trim() ?? null;
    if (this.token === null || this.token === "") throw cashFailure("vendor_nonsense", { detail: "Authenticate answered no token" });
    return this.token;
  }
}
