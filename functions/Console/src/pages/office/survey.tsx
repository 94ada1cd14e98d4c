// What a questionnaire came to in one agency: counts, groups that are large enough, words without anybody.
import { useState } from 'preact/hooks';
import { call, Refused, Shown, useRead } from '../../api';
import { More } from '../../parts';
import { number, t, type Word } from '../../words';
import { Bars, said, type Answers, type Question as Any } from '../surveys/counts';

interface Question extends Any { groups: (Answers & { group: string })[]; groupsLeftOut: number; words: string[] }
interface Counted { responses: number; leastGroupSize: number; breakdown: string; questions: Question[] }

const FIRST = 15;

/** Why nothing is told yet, by the problem's code. */
const WHY: Record<string, Word> = {
  'survey-open': 'surveyLater', 'survey-not-counted': 'surveyBeingCounted', 'too-few-answers': 'surveyTooFewSince',
};

const GROUPS: Record<string, Word> = {
  central: 'levelCentral', local: 'levelLocal', pns: 'kindPns', pppk: 'kindPppk',
};

async function read(path: string): Promise<Counted | Word> {
  try {
    return await call<Counted>(path);
  } catch (fault) {
    const why = fault instanceof Refused && WHY[fault.problem.type?.split(':').pop() ?? ''];
    if (why) {
      return why;
    }
    throw fault;
  }
}

export function Results({ path, isNational = false }: { path: string; isNational?: boolean }) {
  const found = useRead(() => read(path), [path]);
  return <Shown of={found}>{(of) => typeof of === 'string' ? <p class="note waits">{t(of)}</p> : <div class="stack">
    <p>{t('surveyAnswered', { n: number(of.responses) })}{' '}
      {t(isNational ? 'surveyLeast' : 'surveyLeastGroup', { n: of.leastGroupSize })}</p>
    {of.questions.map((one) => <section key={one.id} aria-label={one.question}>
      <h3>{one.question}</h3>
      <Bars of={one} least={of.leastGroupSize} />
      {one.groups.length > 0 && <ByGroup of={one} />}
      {one.groupsLeftOut > 0 && <p class="tiny">{t('surveyGroupsLeftOut', {
        n: number(one.groupsLeftOut), least: of.leastGroupSize })}</p>}
      {one.kind === 'text' && <Words of={one} least={of.leastGroupSize} />}
    </section>)}
  </div>}</Shown>;
}

const ByGroup = ({ of }: { of: Question }) => <details><summary>{t('surveyByGroup')}
  <span class="vh"> {of.question}</span></summary>
<table class="rows"><thead><tr><th scope="col">{t('surveyGroup')}</th>
  <th scope="col" class="number">{t('surveyPeople')}</th></tr></thead>
<tbody>{of.groups.map((one) => <tr key={one.group}>
  <th scope="row">{GROUPS[one.group] ? t(GROUPS[one.group]!) : one.group}
    <span class="under">{said(of, one)}</span></th>
  <td class="number">{number(one.answered)}</td></tr>)}</tbody></table></details>;

function Words({ of, least }: { of: Question; least: number }) {
  const [most, setMost] = useState(FIRST);
  return of.words.length === 0 ? <p class="tiny">{t('surveyNoWords', { least })}</p> : <>
    <ul class="reasons">{of.words.slice(0, most).map((one, at) => <li key={at}>{one}</li>)}</ul>
    <More of={of.words.length} shown={most} step={FIRST} show={setMost} /></>;
}
