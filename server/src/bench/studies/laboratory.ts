import type { Prepared } from '../prepare.ts';
import type { Context, Loaded, NetworkPlan } from '../runNetwork.ts';
import type { Table } from '../table.ts';

/** What a study works with. `data` is the table prepared with the job's own seed. */
export interface Laboratory {
  readonly plan: NetworkPlan;
  readonly loaded: Loaded;
  readonly table: Table;
  readonly data: Prepared;
  readonly context: Context;
}
