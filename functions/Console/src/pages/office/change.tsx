// One change of the register or of leave, as a file of one row: the API tells what it would do, and where it is wrong,
// before anything is written. The same row is the same import, so that a repeated press writes nothing twice.
import type { ComponentChildren } from 'preact';
import { call, Refused } from '../../api';
import { Form } from '../../form';
import { session } from '../../session';
import { t } from '../../words';
import type { Kind } from './kinds';
import { Changes, type Row } from './rows';

/** Cells by the API's names of their columns. */
export type Cells = Record<string, string>;

interface Imported { id: string; state: string; version: number }

interface Props {
  kind: Kind;
  /** The row that the form says; what it throws is shown at the fields. */
  cells: (form: FormData) => Cells | Promise<Cells>;
  /** Fields whose name is not their column's. */
  fields?: Record<string, string>;
  /** What it means, in words, beside what the API says. */
  means?: (cells: Cells) => ComponentChildren;
  /** Where it is about something new: what is said when it is there already. */
  taken?: (cells: Cells) => string;
  done: (cells: Cells) => string;
  /** Another word than "look at it first". */
  button?: string;
  /** Called a moment after it was written, with the sentence: the page then says it, and the form is a fresh one. */
  then: (done: string) => void; children?: ComponentChildren;
}

const EVERY = 700;
/** A job that waits longer goes on without the page. */
const MOST_TURNS = 120;

export function Change({ kind, cells, fields = {}, means, taken, done, button, then, children }: Props) {
  const root = `/agencies/${session()!.agency}/imports/${kind}`;
  const foresee = async (form: FormData) => {
    const said = await cells(form);
    const { id, version, state } = await call<Imported>(root, fileOf(said));
    const path = `${root}/${id}`;
    if (state === 'applying') {
      throw new Refused({ status: 0, title: t('changeUnderWay') });
    }
    const row = await rowOf(path);
    if (row.faults.length > 0) {
      throw faultsOf(row, fields);
    }
    if (taken && row.effect !== 'new') {
      throw new Refused({ status: 0, title: taken(said), errors: [{ pointer: '/id', detail: taken(said) }] });
    }
    if (row.effect === 'unchanged') {
      throw new Refused({ status: 0, title: t('changeNothing') });
    }
    return {
      shown: <><p><b>{t(row.effect === 'new' ? 'changeNew' : 'changeWould')}</b></p><Changes of={row} />
        {means?.(said)}</>,
      button: t('changeWrite'),
      write: async () => {
        await call(`${path}/apply`, { rows: 'all' }, undefined, { headers: { 'If-Match': `"${version}"` } });
        await ended(path);
        const became = await rowOf(path);
        if (became.outcome === 'moved') {
          throw new Refused({ status: 409, title: t('changeMoved') });
        }
        if (became.outcome !== 'done') {
          throw faultsOf(became, fields);
        }
        return done(said);
      },
    };
  };
  return <Form foresee={foresee} button={button ?? t('changeLook')} then={then}>{children}</Form>;
}

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

const fileOf = (cells: Cells) => new Blob(
  [[Object.keys(cells), Object.values(cells)].map((row) => row.map(cell).join(',')).join('\r\n')],
  { type: 'text/csv' });

const rowOf = async (path: string) => (await call<{ rows: Row[] }>(`${path}/rows`)).rows[0]!;

async function ended(path: string) {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    if ((await call<Imported>(path)).state === 'applied') {
      return;
    }
    await new Promise((resolve) => { setTimeout(resolve, EVERY); });
  }
  throw new Refused({ status: 0, title: t('changeUnderWay') });
}

/** The faults of a row at the fields of the form; one of the whole row stands above them. */
function faultsOf(row: Row, fields: Record<string, string>) {
  const whole = row.faults.filter((one) => one.column === undefined).map((one) => one.text).join(' ');
  return new Refused({ status: 0, title: t('mendFields'), ...(whole ? { detail: whole } : {}),
    errors: row.faults.flatMap(({ column, text }) => column === undefined ? []
      : [{ pointer: `/${fields[column] ?? column}`, detail: text }]) });
}
