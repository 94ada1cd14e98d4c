// Rows of a file: of each what it would do or became, and its faults by cell; the next ones when they are asked for.
import { Trouble, usePages } from '../../api';
import { Becomes, Id } from '../../parts';
import { number, t, type Word } from '../../words';

interface Row {
  row: number; subject?: string; effect: string; outcome?: string;
  changes: { column: string; heading?: string; from?: string; to?: string }[];
  faults: { column?: string; heading?: string; code: string; text: string }[];
}

const SAID: Record<string, [Word, string]> = {
  new: ['effectNew', 'inside'], changed: ['effectChanged', 'inside'], unchanged: ['effectUnchanged', 'unknown'],
  faulty: ['effectFaulty', 'outside'],
  done: ['outcomeDone', 'inside'], moved: ['outcomeMoved', 'uncertain'], refused: ['outcomeRefused', 'uncertain'],
  leftOut: ['outcomeLeftOut', 'uncertain'],
};

export function Rows({ path, ofPeople }: { path: string; ofPeople: boolean }) {
  const rows = usePages<Row>(path, 'rows', [path]);
  return <>
    {rows.items && (rows.items.length === 0 ? <p class="empty">{t('importNoRows')}</p>
      : <table class="rows import">
        <thead><tr><th scope="col">{t('rowNumber')}</th><th scope="col">{t('rowSays')}</th></tr></thead>
        <tbody>{rows.items.map((one) => <Line key={one.row} of={one} ofPeople={ofPeople} />)}</tbody></table>)}
    {rows.problem && <Trouble problem={rows.problem} again={rows.again} />}
    {rows.loading ? <div role="status"><p class="empty">{t('loading')}</p></div>
      : rows.next && <button class="btn alt" onClick={rows.more}>{t('importMore')}</button>}
  </>;
}

function Line({ of, ofPeople }: { of: Row; ofPeople: boolean }) {
  const [word, tint] = SAID[of.outcome ?? of.effect] ?? ['statusOther', 'unknown'];
  return <tr>
    <th scope="row" class="number">{number(of.row)}</th>
    <td><span class="pair">
      {of.subject !== undefined && (ofPeople ? <Id of={of.subject} /> : <code>{of.subject}</code>)}
      <span class={`tag ${tint}`}>{t(word)}</span></span>
    {of.faults.length > 0 && <ul class="reasons">{of.faults.map((one, at) => <li key={at}>
      <b>{one.heading ?? one.column ?? t('rowWhole')}</b>: {one.text}</li>)}</ul>}
    {of.changes.length > 0 && <ul class="changes">{of.changes.map((one) => <li key={one.column}>
      {one.heading ?? one.column}: {one.from === undefined && one.to === undefined ? t('rowNew')
        : of.effect === 'new' ? <Value of={one.to} column={one.column} />
          : <><s><span class="vh">{t('rowFrom')} </span><Value of={one.from} column={one.column} /></s><Becomes />
            <Value of={one.to} column={one.column} /></>}</li>)}</ul>}
    </td></tr>;
}

const PEOPLE = ['raterId', 'headId'];

/** A person has a name beside the id here, too; yes and no are said as the file says them. */
const Value = ({ of, column }: { of?: string; column: string }) => of === undefined ? <>{t('rowNone')}</>
  : PEOPLE.includes(column) ? <Id of={of} /> : <b>{of === 'true' ? t('rowYes') : of === 'false' ? t('rowNo') : of}</b>;
