import { positionFields, type Position } from "../data/records/position";
import { put, remove } from "../data/tables";
import { readBody } from "./body";
import { idAt, type ApiCall, type Operation } from "./call";
import { equals, matcher } from "./filter";
import { listTable, readSlice } from "./list";
import { notFound } from "./problem";

const filters = { type: equals<Position>(({ type }) => type), number: equals<Position>(({ number }) => number) };

function findPosition(call: ApiCall): Position {
  const position = call.company.tables.positions.get(idAt(call, 0));
  if (position === undefined) throw notFound("Position");
  return position;
}

export const listPositions: Operation = ({ company, query, protocol }) => ({
  status: 200,
  body: listTable(company.tables.positions, matcher(filters, query), readSlice(query), (position) => position, protocol.emptyListPages),
});

export const getPosition: Operation = (call) => ({ status: 200, body: findPosition(call) });

export const createPosition: Operation = (call) => {
  const { positions, logins } = call.company.tables;
  const position: Position = { ...readBody(positionFields, call), id: positions.nextId(), login_id: logins.firstId, stock_count: 0 };
  return { status: 201, body: position, changes: [put("positions", position)], events: [{ name: "position.create", id: position.id, record: position }] };
};

export const updatePosition: Operation = (call) => {
  const existing = findPosition(call);
  const position: Position = { ...existing, ...readBody(positionFields, call, existing) };
  return { status: 200, body: position, changes: [put("positions", position)], events: [{ name: "position.update", id: position.id, record: position }] };
};

export const deletePosition: Operation = (call) => {
  const position = findPosition(call);
  return { status: 204, changes: [remove("positions", position.id)], events: [{ name: "position.delete", id: position.id, record: position }] };
};
