// The same figures as a chart's, by hour: whoever cannot see the bars, or wants to know exactly, reads them here.
import { number, t } from '../../words';
import { hourOf } from './told';

export interface QueueHour { queue: string; waiting: number; poisoned: number; oldestSeconds: number }
export interface Hour {
  from: string; samples: number; queues: QueueHour[]; stalledRuns?: number;
  outbox?: { agencies: number; oldestSeconds: number };
  stores: { store: string; milliseconds?: number; failures: number }[];
}
export interface Limits { oldestSeconds: number; unsentSeconds: number; milliseconds: number }

type Column = [title: string, of: (hour: Hour) => string | undefined];

/** Closed until somebody asks; an hour without a sample says so. */
export function Numbers({ name, hours, columns }: { name: string; hours: Hour[]; columns: Column[] }) {
  return <details><summary>{t('opsByHour')}<span class="vh"> {name}</span></summary>
    <table class="rows hours"><thead><tr><th scope="col">{t('opsHour')}</th>
      {columns.map(([title]) => <th scope="col" class="number" key={title}>{title}</th>)}</tr></thead>
    <tbody>{[...hours].reverse().map((hour) => <tr key={hour.from}><th scope="row">{hourOf(hour.from)}</th>
      {columns.map(([title, of]) => <td class="number" key={title}>
        {hour.samples === 0 ? <span class="under">{t('opsNoSample')}</span> : of(hour) ?? number(0)}</td>)}
    </tr>)}</tbody></table></details>;
}
