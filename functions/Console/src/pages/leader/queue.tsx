// Days that the records leave open, with all that was received for each, and the ruling.
import { useRef, useState } from 'preact/hooks';
import { call, fault, Refused, type Problem } from '../../api';
import { Choice, Form, Text, textOf } from '../../form';
import { called } from '../../names';
import { Id, More, Reasons, Verdict, type Reason } from '../../parts';
import { session } from '../../session';
import { clock, day, distanceOf, number, t, type Word } from '../../words';
import { statusOf } from '../employee/calendar';
import { DayMap } from '../employee/evidence';
import type { RuledDay } from '../employee/ruling';

export interface Queued {
  employeeId: string; unitId: string; date: string; status: string; due: string; overdue: boolean; reasons: Reason[];
  checkIns: {
    id: string; kind: string; at: string; placement: string; signedDistanceMetres?: number; trust: number;
    insideProbability?: number; position?: { accuracyMetres: number };
  }[];
  ruling: { version: number; steps: { kind: string; words?: string }[] };
}

const OUTCOMES = ['presentOffice', 'presentField', 'presentFlexible', 'presentDuty', 'halfDay', 'absent'] as const;

export function Queue({ days, again }: { days: Queued[]; again: (words: string) => void }) {
  const [many, setMany] = useState(5);
  return <>
    <ul class="list">{days.slice(0, many).map((one) => <li key={one.employeeId + one.date}>
      <h3>{day(one.date)}: <Id of={one.employeeId} /></h3>
      <p class={one.overdue ? 'late' : 'tiny'}>
        {t(one.overdue ? 'overdue' : 'due', { date: day(one.due, { dateStyle: 'long' }) })}, {one.unitId}</p>
      <div class="two even">
        <div>
          <p><b>{statusOf(one.status)}</b></p>
          <Reasons of={one.reasons} />
          {one.ruling.steps.filter((step) => step.kind === 'answered' && step.words).map((step, at) =>
            <p key={at}>{t('stepAnswered')}: <q>{step.words}</q></p>)}
        </div>
        <ul class="received">{one.checkIns.map((check) => <li key={check.id}>
          <b>{t(check.kind as Word)} {clock(check.at)}</b> <Verdict placement={check.placement} />
          <span class="under">{[
            check.signedDistanceMetres === undefined ? null
              : distanceOf(check.signedDistanceMetres),
            check.position ? t('accuracy', { n: number(check.position.accuracyMetres) }) : null,
            check.insideProbability === undefined ? null
              : t('probability', { n: number(check.insideProbability * 100) }),
            t('trust', { n: check.trust }),
          ].filter(Boolean).join(', ')}</span></li>)}</ul>
      </div>
      <DayMap person={one.employeeId} date={one.date} />
      <Ruling of={one} again={again} />
    </li>)}</ul>
    <More of={days.length} shown={many} step={10} show={setMany} />
  </>;
}

function Ruling({ of, again }: { of: Queued; again: (words: string) => void }) {
  const base = useRef(of.ruling.version);
  const told = (word: Word, form: FormData) => t(word, {
    who: called(of.employeeId), date: day(of.date), outcome: t(form.get('outcome') as Word) });
  const check = (form: FormData) => {
    const [outcome, reason] = [form.get('outcome'), textOf(form, 'words')];
    if (!outcome || reason === '') {
      throw fault(t('pickOutcome'), {
        ...(outcome ? {} : { outcome: t('pickRuling') }), ...(reason ? {} : { words: t('reasonEmpty') }) });
    }
    return told('rulingHeld', form);
  };
  const send = async (form: FormData) => {
    const { agency, person } = session()!;
    const { items } = await call<{ items: { problem?: Problem }[] }>(`/agencies/${agency}/rulings`, {
      ruledById: person,
      rulings: [{
        employeeId: of.employeeId, date: of.date, outcome: form.get('outcome'), reason: textOf(form, 'words'),
        version: base.current,
      }],
    }, undefined, { keepalive: true });
    if (items[0]?.problem) {
      throw new Refused(items[0].problem);
    }
    return told('rulingKept', form);
  };
  const theirs = async () => {
    const { days } = await call<{ days: RuledDay[] }>(
      `/employees/${of.employeeId}/rulings?month=${of.date.slice(0, 7)}`);
    const stands = days.find((one) => one.date === of.date)?.ruling;
    base.current = stands?.version ?? base.current;
    return stands?.outcome && <p>{t('ruledAs', {
      outcome: t(stands.outcome as Word), who: called(stands.ruledById ?? '') })}
      <q>{stands.steps.filter((step) => step.words).at(-1)?.words}</q></p>;
  };
  const key = `${of.employeeId}-${of.date}`;
  return <details><summary>{t('rule')}<span class="vh"> {called(of.employeeId)}, {day(of.date)}</span></summary>
    <Form send={send} hold={check} button={t('decide')} then={again} theirs={theirs}>
      <Choice name="outcome" label={t('rule')} options={OUTCOMES.map((one) => [one, t(one)])} />
      <Text id={`reason-${key}`} label={t('reason')} hint={t('reasonHint')} />
    </Form></details>;
}
