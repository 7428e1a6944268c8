import { groupFields, type Group } from "../data/records/group";
import { put, remove } from "../data/tables";
import { readBody } from "./body";
import { idAt, type ApiCall, type Operation } from "./call";
import { listTable, readSlice } from "./list";
import { notFound } from "./problem";

function findGroup(call: ApiCall): Group {
  const group = call.company.tables.positionGroups.get(idAt(call, 0));
  if (group === undefined) throw notFound("PositionGroup");
  return group;
}

function readGroup(call: ApiCall, id: number, existing?: Group): Group {
  const fields = readBody(groupFields, call, existing);
  return { ...fields, id, display_name: `${fields.number} - ${fields.name}` };
}

export const listPositionGroups: Operation = ({ company, query, protocol }) => ({
  status: 200,
  body: listTable(company.tables.positionGroups, undefined, readSlice(query), (group) => group, protocol.emptyListPages),
});

export const listCustomerGroups: Operation = ({ company, query, protocol }) => ({
  status: 200,
  body: listTable(company.tables.customerGroups, undefined, readSlice(query), (group) => group, protocol.emptyListPages),
});

export const getPositionGroup: Operation = (call) => ({ status: 200, body: findGroup(call) });

export const createPositionGroup: Operation = (call) => {
  const group = readGroup(call, call.company.tables.positionGroups.nextId());
  return { status: 201, body: group, changes: [put("positionGroups", group)] };
};

export const updatePositionGroup: Operation = (call) => {
  const existing = findGroup(call);
  const group = readGroup(call, existing.id, existing);
  return { status: 200, body: group, changes: [put("positionGroups", group)] };
};

export const deletePositionGroup: Operation = (call) => ({ status: 204, changes: [remove("positionGroups", findGroup(call).id)] });
