import { idAt, type Operation } from "./call";
import { listTable, readSlice } from "./list";
import { presentLogin } from "./present";
import { notFound } from "./problem";

export const listLogins: Operation = ({ company, query, protocol }) => ({
  status: 200,
  body: listTable(company.tables.logins, undefined, readSlice(query), (login) => presentLogin(login, protocol), protocol.emptyListPages),
});

export const getLogin: Operation = (call) => {
  const login = call.company.tables.logins.get(idAt(call, 0));
  if (login === undefined) throw notFound("Login");
  return { status: 200, body: presentLogin(login, call.protocol) };
};
