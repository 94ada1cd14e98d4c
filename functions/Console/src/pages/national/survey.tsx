// What a questionnaire came to: all together, and by agency where enough people answered.
import { useState } from 'preact/hooks';
import { all, call, Shown, useRead } from '../../api';
import { Id, More } from '../../parts';
import { number, t } from '../../words';
import { Bars, said, type Answers, type Question as Any } from '../surveys/counts';
import type { Survey } from './surveys';

interface Question extends Any { agenciesLeftOut: number }
interface Agency { agencyId: string; name: string; responses?: number; questions: (Answers & { id: string })[] }
interface Counted { responses: number; leastGroupSize: number; questions: Question[] }

const FIRST = 15;

export function Results({ of }: { of: Survey }) {
  const path = `/national/surveys/${of.id}/results`;
  const read = useRead(async () => ({
    counted: await call<Counted>(path), agencies: await all<Agency>(path, 'agencies') }), [of.id]);
  return <Shown of={read}>{({ counted, agencies }) => <div class="stack">
    <p>{t('surveyAnswered', { n: number(counted.responses) })} {t('surveyLeast', { n: counted.leastGroupSize })}</p>
    {counted.questions.map((one) => <section key={one.id} aria-label={one.question}>
      <h3>{one.question}</h3>
      <Bars of={one} least={counted.leastGroupSize} />
      {one.kind === 'text' ? <p class="tiny">{t('surveyWordsStay')}</p> : <ByAgency of={one} agencies={agencies} />}
      {one.agenciesLeftOut > 0 && <p class="tiny">{t('surveyLeftOut', { n: number(one.agenciesLeftOut) })}</p>}
    </section>)}
  </div>}</Shown>;
}

function ByAgency({ of, agencies }: { of: Question; agencies: Agency[] }) {
  const [most, setMost] = useState(FIRST);
  const told = agencies.flatMap((one) => one.questions.filter((q) => q.id === of.id).map((q) => ({ ...q, name: one.name,
    agencyId: one.agencyId }))).sort((a, b) => a.name.localeCompare(b.name));
  if (told.length === 0) {
    return <p class="tiny">{t('surveyNoAgency')}</p>;
  }
  return <details><summary>{t('surveyByAgency')}<span class="vh"> {of.question}</span></summary>
    <table class="rows"><thead><tr><th scope="col">{t('agency')}</th>
      <th scope="col" class="number">{t('surveyPeople')}</th></tr></thead>
    <tbody>{told.slice(0, most).map((one) => <tr key={one.agencyId}>
      <th scope="row">{one.name}<span class="under"><Id of={one.agencyId} />, {said(of, one)}</span></th>
      <td class="number">{number(one.answered)}</td></tr>)}</tbody></table>
    <More of={told.length} shown={most} step={FIRST} show={setMost} /></details>;
}
