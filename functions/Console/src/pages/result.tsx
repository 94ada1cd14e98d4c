// What came out of a period, step by step, and the line's proof, computed here.
import { useState } from 'preact/hooks';
import { call, send, Shown, useRead, Trouble, problemOf, type Problem } from '../api';
import { lastQuarter, useQuery } from '../address';
import { Period, Section } from '../parts';
import { holds, type ProofAnswer } from '../proof';
import { session } from '../session';
import { lang, number, t, type Word } from '../words';

interface Evaluation {
  revision: number; predicate?: string; score?: number; place?: number; topShare?: string;
  explanation: { what: string; source: string }[];
}

const TOP: Record<string, Word> = { in: 'topIn', tiedAtCap: 'topTied', out: 'topOut' };

export function Result() {
  const { agency, person } = session()!;
  const [period, setPeriod] = useQuery('periode', lastQuarter());
  const run = `/agencies/${agency}/runs/${period}`;
  const read = useRead(() => call<Evaluation>(`${run}/evaluations/${person}`), [period]);
  return <>
    <h1>{t('result')}</h1>
    <p class="lead">{t('resultLead')}</p>
    <Period value={period} choose={setPeriod} />
    <Shown of={read}>{(value) => <div class="stack">
      <dl class="facts card">
        {value.predicate && <div><dt>{t('predicate')}</dt>
          <dd><i class={`chip ${value.predicate}`} aria-hidden="true" />{t(value.predicate as Word)}</dd></div>}
        {value.score !== undefined && <div><dt>{t('score')}</dt><dd>{number(value.score, 2)}</dd></div>}
        {value.place !== undefined && <div><dt>{t('place')}</dt><dd>{number(value.place)}</dd></div>}
        {value.topShare && <div><dt>{t('topShare')}</dt><dd>{t(TOP[value.topShare] ?? 'topOut')}</dd></div>}
      </dl>
      <Section title={t('steps')}>
        <p class="tiny">{t('stepsLanguage')}</p>
        <ol class="steps" lang="en">{value.explanation.map((step, at) => <li key={at}>{step.what}
          <span class="source">{step.source}</span></li>)}</ol>
      </Section>
      <Check run={run} person={person} revision={value.revision} key={`${period} ${value.revision}`} />
    </div>}</Shown>
  </>;
}

type State = 'unchecked' | 'checking' | 'proved' | 'notProved';

function Check({ run, person, revision }: { run: string; person: string; revision: number }) {
  const [state, setState] = useState<State>('unchecked');
  const [problem, setProblem] = useState<Problem>();
  const check = async () => {
    setState('checking');
    setProblem(undefined);
    try {
      const answer = await call<ProofAnswer>(`${run}/ranking/proofs/${person}?revision=${revision}`);
      const manifest = await send(`${run}/ranking/manifest?revision=${revision}`);
      setState(await holds(answer, person, new Uint8Array(await manifest.arrayBuffer())) ? 'proved' : 'notProved');
    } catch (fault) {
      setState('unchecked');
      setProblem(problemOf(fault));
    }
  };
  return <div class="prove"><Section title={t('proof')}>
    <p>{t('proofLead')}</p>
    {!crypto.subtle ? <p class="note bad">{t('noCrypto')}</p>
      : <button class="btn" onClick={() => void check()} disabled={state === 'checking'}>{t('check')}</button>}
    {problem && <Trouble problem={problem} />}
    <div role="status" lang={lang()}>
      {state === 'checking' && <p>{t('checking')}</p>}
      {state === 'proved' && <p class="note ok">{t('proved')}</p>}
      {state === 'notProved' && <p class="note bad">{t('notProved')}</p>}
    </div>
  </Section></div>;
}
