// Objections that wait for this superior: both sides' words, and the decision, which may put another rating in place.
import { useState } from 'preact/hooks';
import { call, fault } from '../../api';
import { Choice, Form, Text, textOf } from '../../form';
import { called } from '../../names';
import { Id } from '../../parts';
import { session } from '../../session';
import { day, t } from '../../words';
import type { Case } from './team';
import { Levels, levelsOf, missingOf } from './levels';

export function Objections({ of, period, again }: { of: Case[]; period: string; again: () => void }) {
  return <ul class="list">{of.map((one) => <li key={one.employeeId}>
    <h3><Id of={one.employeeId} />: {period}</h3>
    <p class="tiny">{t('decidesUntil', {
      who: called(one.superiorId), date: day(one.decideBy, { dateStyle: 'long' }) })}</p>
    <p>{t('stepObjected')}: <q>{one.reason}</q></p>
    {one.ofPerson && <p>{t('heardPerson')}: <q>{one.ofPerson.words}</q></p>}
    {one.ofRater && <p>{t('heardRater')}: <q>{one.ofRater.words}</q></p>}
    {one.state === 'filed' ? <details><summary>{t('rule')}<span class="vh"> {called(one.employeeId)}</span></summary>
      <Decision of={one} period={period} again={again} /></details>
      : <p class="note ok">{t(one.state === 'changed' ? 'objectionChanged' : 'objectionKept',
        { n: one.appliedInRevision ?? '' })}</p>}
  </li>)}</ul>;
}

function Decision({ of, period, again }: { of: Case; period: string; again: () => void }) {
  const [changed, setChanged] = useState(false);
  const send = async (form: FormData) => {
    const [decision, reason, levels] = [form.get('decision'), textOf(form, 'words'), levelsOf(form)];
    const missing = {
      ...(decision ? {} : { decision: t('pickRuling') }), ...(decision === 'changed' ? missingOf(levels) : {}),
      ...(reason ? {} : { words: t('reasonEmpty') }),
    };
    if (Object.keys(missing).length > 0) {
      throw fault(t('pickOutcome'), missing);
    }
    await call(`/employees/${of.employeeId}/objections/${period}/decision`, {
      decidedById: session()!.person, reason, ...(decision === 'changed' ? { revised: levels } : {}),
    });
    return t('decided');
  };
  const theirs = async () => {
    const stands = await call<Case>(`/employees/${of.employeeId}/objections/${period}`);
    return <p>{t(stands.state === 'filed' ? 'stepObjected' : 'stepDecided')}
      {stands.ruling && <q>{stands.ruling.reason}</q>}</p>;
  };
  return <Form send={send} button={t('decide')} then={again} theirs={theirs}>
    <div onChange={(event) => {
      const { name, value } = event.target as HTMLInputElement;
      if (name === 'decision') {
        setChanged(value === 'changed');
      }
    }}>
      <Choice name="decision" label={t('rule')} options={[['kept', t('keepResult')], ['changed', t('changeResult')]]} />
      {changed && <Levels id={`levels-${of.employeeId}`} />}
    </div>
    <Text id={`reason-${of.id}`} label={t('reason')} hint={t('reasonHint')} />
  </Form>;
}
