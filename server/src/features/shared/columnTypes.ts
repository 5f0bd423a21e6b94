import type { Column } from '../../core/column.ts';
import { type Message, say } from '../../core/message.ts';
import { type ColumnKind, kindOf } from '../../engine/columnKind.ts';

/** What a column holds, in a few words; personal data before all. */
export function typeName(column: Column, personal: boolean): Message {
  if (personal) return say`personal data`;
  const kind = kindOf(column);
  return kind === undefined ? say`no values` : NAMES[kind];
}

const NAMES: Readonly<Record<ColumnKind, Message>> = {
  integer: say`whole number`, number: say`decimal number`, boolean: say`true or false`, date: say`date`, datetime: say`date and time`,
  category: say`category`, text: say`text`, id: say`identifier`,
};
