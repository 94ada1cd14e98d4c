// Files of the office: those that come in, looked at row by row before anything is written, and those of everybody.
import { useState } from 'preact/hooks';
import { monthsFrom, lastQuarter, thisMonth, useQuery } from '../../address';
import { Downloads } from '../../downloads';
import { Section } from '../../parts';
import { may, session } from '../../session';
import { t, type Word } from '../../words';
import { Import } from './import';
import { isKind } from './kinds';
import { Upload } from './upload';

/** What the agency's files are called, under which path, and the scope that each asks for. */
const OF_MONTH: [Word, string, string][] = [
  ['fileAttendance', 'attendance', 'presence.read'], ['fileDeductions', 'deductions', 'presence.read'],
];
const OF_PERIOD: [Word, string, string][] = [
  ['fileResults', 'results', 'results.read'], ['ranking', 'ranking', 'results.read'],
  ['fileAllowance', 'allowance-factors', 'followup.read'],
];
const FORMATS = ['csv', 'xlsx', 'jsonl'];

export function Transfer() {
  const [kind, setKind] = useQuery('jenis', '');
  const [id, setId] = useQuery('impor', '');
  return <>
    <h1>{t('transfer')}</h1>
    <p class="lead">{t('transferLead')}</p>
    {isKind(kind) && id !== ''
      ? <Import key={kind + id} kind={kind} id={id} leave={() => setId('')} />
      : <div class="two even">
        <Section title={t('bringIn')}><Upload kind={kind} choose={setKind} taken={setId} /></Section>
        <Section title={t('takeOut')}><Wholes /></Section>
      </div>}
  </>;
}

/** A month, a period or a questionnaire is named, and its files stand below it. */
function Wholes() {
  const [month, setMonth] = useQuery('bulan', monthsFrom(thisMonth(), -1));
  const [period, setPeriod] = useQuery('periode', lastQuarter());
  const [survey, setSurvey] = useState('');
  const root = `/agencies/${session()!.agency}/exports`;
  const files = (all: [Word, string, string][], of: string): [string, string][] => all
    .filter(([, , scope]) => may(scope)).map(([word, path]) => [t(word), `${root}/${path}/${of}`]);
  return <>
    <p>{t('takeOutLead')}</p>
    <Named id="month" label={t('monthOf')} value={month} form="\d{4}-\d{2}" choose={setMonth} />
    <Downloads files={files(OF_MONTH, month)} formats={FORMATS} />
    <Named id="period" label={t('period')} value={period} form="\d{4}(-Q[1-4])?" choose={setPeriod} />
    <Downloads files={files(OF_PERIOD, period)} formats={FORMATS} />
    {may('surveys.read') && <>
      <Named id="survey" label={t('surveyOf')} hint={t('surveyHint')} value={survey} form="[a-z0-9][a-z0-9\-]*"
        choose={setSurvey} />
      {survey !== '' && <Downloads files={files([['fileSurvey', 'surveys', 'surveys.read']], survey)}
        formats={FORMATS} />}
    </>}
    <p class="tiny">{t('downloadHint')}</p>
  </>;
}

interface NamedProps {
  id: string; label: string; hint?: string; value: string; form: string; choose: (next: string) => void;
}

/** Taken once it has the form: what is being typed names nothing yet. */
function Named({ id, label, hint, value, form, choose }: NamedProps) {
  return <>
    <label for={id}>{label}</label>
    {hint && <p class="tiny" id={`${id}-hint`}>{hint}</p>}
    <input id={id} class="short" defaultValue={value} pattern={form} aria-describedby={hint && `${id}-hint`}
      autocomplete="off" onInput={(event) => {
        const next = event.currentTarget.value.trim();
        if (new RegExp(`^(?:${form})$`).test(next)) {
          choose(next);
        }
      }} />
  </>;
}
