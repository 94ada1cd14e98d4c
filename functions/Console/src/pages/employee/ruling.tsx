// A day that the records leave open: who rules until when, what was said, and what the person can say to it.
import { call } from '../../api';
import { Form, Text, textOf } from '../../form';
import { called } from '../../names';
import { Id, Section } from '../../parts';
import { session } from '../../session';
import { day, t, type Word } from '../../words';

export interface RuledDay {
  date: string; due: string; overdue: boolean; superiorId?: string;
  ruling: {
    version: number; outcome?: string; ruledById?: string; objected: boolean; final: boolean;
    steps: { kind: string; byId: string; at: string; words?: string; outcome?: string }[];
  };
}

const STEPS: Record<string, Word> = {
  passed: 'stepPassed', answered: 'stepAnswered', ruled: 'stepRuled', objected: 'stepObjected', decided: 'stepDecided',
};

export function Ruled({ of, again }: { of: RuledDay; again: () => void }) {
  const { outcome, steps, objected, final } = of.ruling;
  const say = (path: string) => async (form: FormData) => {
    await call(`/employees/${session()!.person}/rulings/${of.date}/${path}`, { words: textOf(form, 'words') });
    return t('saidTo');
  };
  return <Section title={t('rulingOfDay')}>
    {outcome ? <p>{t('ruledAs', { outcome: t(outcome as Word), who: called(of.ruling.ruledById ?? '') })}</p>
      : <p class="note waits">
        {t('waitsFor', {
          who: of.superiorId ? called(of.superiorId) : '–', date: day(of.due, { dateStyle: 'long' }) })}</p>}
    {steps.length > 0 && <ol class="trail">{steps.map((step, at) => <li key={at}>
      <b>{t(STEPS[step.kind] ?? 'statusOther')}</b>, <Id of={step.byId} />
      {step.outcome && <>, {t(step.outcome as Word)}</>}
      {step.words && <q>{step.words}</q>}</li>)}</ol>}
    {!final && !objected && <>
      {!outcome || !steps.some((step) => step.kind === 'answered')
        ? <Form key="answer" send={say('answers')} button={t('answerSend')} then={again}>
          <Text id="answer" label={t('answer')} hint={t('answerHint')} /></Form> : null}
      {outcome && <details><summary>{t('objectRuling')}</summary>
        <Form send={say('objection')} button={t('objectSend')} then={again}>
          <Text id="object" label={t('objectReason')} hint={t('objectRulingHint')} /></Form></details>}
    </>}
  </Section>;
}
