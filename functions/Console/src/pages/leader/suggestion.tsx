// What plan and feedback would suggest for a rating, and every step to it. The rater decides; nothing is filled in.
import { useState } from 'preact/hooks';
import { call, problemOf, Trouble, type Problem } from '../../api';
import { called } from '../../names';
import { lang, number, t, type Word } from '../../words';
import type { Level } from './levels';

interface Suggestion {
  skpScore?: number; behaviourScore?: number; score?: number; result?: Level; behaviour?: Level; predicate?: string;
  missing: string[]; notesWithoutLevel: number; explanation: { en: string; id: string; source: string }[];
}

const MISSING: Record<string, Word> = {
  workPlan: 'suggestNoPlan', behaviour: 'suggestNoBehaviour', leaderFeedback: 'suggestNoLeader',
  unitPerformance: 'suggestNoUnit',
};

/** Read when it is opened. */
export function Suggested({ path, whose }: { path: string; whose: string }) {
  const [state, setState] = useState<{ of?: Suggestion; problem?: Problem }>({});
  const open = () => {
    if (!state.of) {
      call<Suggestion>(`${path}/suggestion`).then(
        (of) => setState({ of }), (fault: unknown) => setState({ problem: problemOf(fault) }));
    }
  };
  return <details onToggle={(event) => event.currentTarget.open && open()}>
    <summary>{t('suggestOpen')}<span class="vh"> {called(whose)}</span></summary>
    {state.problem && <Trouble problem={state.problem} again={open} />}
    {!state.of && !state.problem && <p class="tiny">{t('loading')}</p>}
    {state.of && <Told of={state.of} />}
  </details>;
}

function Told({ of }: { of: Suggestion }) {
  const [level, score] = [
    (value?: Level) => value ? t(value) : t('suggestNothing'),
    (value?: number) => value === undefined ? t('suggestNothing') : number(value, 2)];
  return <>
    <p>{t('suggestLead')}</p>
    <dl class="facts suggest">
      <div><dt>{t('resultLevel')}</dt><dd>{level(of.result)}</dd></div>
      <div><dt>{t('behaviourLevel')}</dt><dd>{level(of.behaviour)}</dd></div>
      <div><dt>{t('skpScore')}</dt><dd>{score(of.skpScore)}</dd></div>
      <div><dt>{t('behaviourScore')}</dt><dd>{score(of.behaviourScore)}</dd></div>
      {of.predicate && <div><dt>{t('predicate')}</dt><dd>{t(of.predicate as Word)}</dd></div>}
    </dl>
    {of.missing.length > 0 && <p class="tiny">{t('suggestMissing')}{' '}
      {of.missing.map((one) => t(MISSING[one] ?? 'statusOther')).join(', ')}.</p>}
    <ol class="steps">{of.explanation.map((step, at) => <li key={at}>{step[lang()]}
      <span class="source">{step.source}</span></li>)}</ol>
  </>;
}
