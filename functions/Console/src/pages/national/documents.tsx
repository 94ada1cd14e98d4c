// What the nation gives once for all agencies: calendars, working hours with Ramadan, evaluation, distribution.
import { useState } from 'preact/hooks';
import { call, Shown, useRead } from '../../api';
import { useQuery } from '../../address';
import { Section } from '../../parts';
import { day, t, timeHere, type Word } from '../../words';
import { Give } from './give';

interface Line { from: string; version: number; name: string; writtenAt: string; superseded: boolean }
export interface Document { from: string; version: number; name: string; policy: object }

const KINDS: [string, Word, Word][] = [
  ['calendar', 'docCalendar', 'docCalendarWhat'], ['working-time', 'docHours', 'docHoursWhat'],
  ['evaluation', 'docEvaluation', 'docEvaluationWhat'],
  ['distribution', 'docDistribution', 'docDistributionWhat'],
];
const SHORT = { dateStyle: 'medium' } as const;

export function Documents() {
  const [asked, setKind] = useQuery('jenis', 'calendar');
  const [kind, name, what] = KINDS.find(([one]) => one === asked) ?? KINDS[0]!;
  return <>
    <h1>{t('nationalDocs')}</h1>
    <p class="lead">{t('nationalDocsLead')}</p>
    <div class="pair" role="group" aria-label={t('timeKind')}>{KINDS.map(([one, word]) =>
      <button key={one} class="btn quiet" aria-pressed={one === kind} onClick={() => setKind(one)}>{t(word)}</button>)}
    </div>
    <OfKind key={kind} kind={kind} name={t(name)} what={t(what)} />
  </>;
}

function OfKind({ kind, name, what }: { kind: string; name: string; what: string }) {
  const list = useRead(() => call<{ documents: Line[] }>(`/national/policies/${kind}`), []);
  const [base, setBase] = useState<Document>();
  const open = (line: Line) => call<Document>(`/national/policies/${kind}/${line.from}?version=${line.version}`)
    .then(setBase, () => list.again());
  return <div class="two even">
    <Section title={t('docsGiven', { kind: name })}>
      <p class="tiny">{what}</p>
      <Shown of={list}>{({ documents }) => documents.length === 0 ? <p class="empty">{t('docsNone')}</p>
        : <ul class="list">{[...documents].reverse().map((line) => <li key={line.name}>
          <span class="pair"><b>{t('docsFrom', { date: day(line.from, SHORT) })}</b>
            <span class={`tag ${line.superseded ? 'unknown' : 'inside'}`}>
              {t(line.superseded ? 'docsSuperseded' : 'docsNewest', { n: line.version })}</span></span>
          <span class="under"><code>{line.name}</code>, {timeHere(line.writtenAt)}</span>
          <p class="do"><button class="btn quiet" onClick={() => void open(line)}>{t('docsOpen')}
            <span class="vh"> {line.name}</span></button></p>
        </li>)}</ul>}</Shown>
    </Section>
    <Section title={base ? t('docsNext', { name: base.name }) : t('docsGive', { kind: name })}>
      <Give key={base?.name ?? ''} kind={kind} base={base} documents={list.value?.documents ?? []}
        drop={() => setBase(undefined)} then={list.again} />
    </Section>
  </div>;
}
