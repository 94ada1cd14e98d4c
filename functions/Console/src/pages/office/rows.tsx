// Rows of a file: of each what it would do or became, and its faults by cell; the next ones when they are asked for.
import { Trouble, usePages } from '../../api';
import { Becomes, Id, Next } from '../../parts';
import { day, number, t, type Word } from '../../words';

export interface Row {
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
      : rows.next && <Next words={t('importMore')} act={rows.more} />}
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
    <Changes of={of} />
    </td></tr>;
}

/** What a row would change, value by value. */
export const Changes = ({ of }: { of: Row }) => of.changes.length === 0 ? null
  : <ul class="changes">{of.changes.map((one) => <li key={one.column}>
    {one.heading ?? one.column}: {one.from === undefined && one.to === undefined ? t('rowNew')
      : of.effect === 'new' ? <Value of={one.to} column={one.column} />
        : <><s><span class="vh">{t('rowFrom')} </span><Value of={one.from} column={one.column} /></s><Becomes />
          <Value of={one.to} column={one.column} /></>}</li>)}</ul>;

const PEOPLE = ['raterId', 'headId', 'employeeId'];

/** What a file writes by the API's names, in words; the same name says another thing in another column. */
const CODES: Record<string, Word> = {
  'true': 'rowYes', 'false': 'rowNo', 'pns': 'kindPns', 'pppk': 'kindPppk',
  'discipline.none': 'disciplineNone', 'inProcess': 'disciplineOpen', 'serving': 'disciplineServing',
  'appointed': 'headAppointed', 'acting': 'headActing', 'dailyActing': 'headDaily',
  'leave': 'leaveLeave', 'sick': 'leaveSick', 'dutyTravel': 'leaveTravel', 'training': 'leaveTraining',
  'permission': 'leavePermission', 'reward': 'leaveReward', 'half.first': 'halfFirst', 'half.second': 'halfSecond',
  'publicHoliday': 'dayPublic', 'collectiveLeave': 'dayCollective',
  'above': 'above', 'meets': 'meets', 'below': 'below',
};
const CODED = ['kind', 'discipline', 'headAs', 'half', 'active', 'directService', 'flexibleWork', 'cancelled', 'result',
  'behaviour', 'newIdea'];

/** A person has a name beside the id here, too; days, yes and no and names of the API's are said in words. */
function Value({ of, column }: { of?: string; column: string }) {
  if (of === undefined) {
    return <>{t('rowNone')}</>;
  }
  const word = CODED.includes(column) ? CODES[`${column}.${of}`] ?? CODES[of] : undefined;
  return PEOPLE.includes(column) ? <Id of={of} />
    : <b>{word ? t(word) : /^\d{4}-\d\d-\d\d$/.test(of) ? day(of, { dateStyle: 'medium' }) : of}</b>;
}
