// Corrections of a day: what was asked for, what became of it, and a form to ask.
import { useState } from 'preact/hooks';
import { call } from '../../api';
import { Choice, Form, Text, textOf } from '../../form';
import { Section } from '../../parts';
import { session } from '../../session';
import { clock, t, type Word } from '../../words';

export interface Wanted {
  id: string; employeeId: string; date: string; kind: 'arrival' | 'leaving'; time: string; timeBefore?: string;
  evidence: string; state: string; trail: { state: string; byId: string; words?: string }[];
}

export const STATES: Record<string, Word> = { requested: 'askedFor', approved: 'approved', declined: 'declined' };

export function Correction({ date, asked, again }: { date: string; asked: Wanted[]; again: () => void }) {
  const [id] = useState(() => `koreksi-${crypto.randomUUID()}`);
  const send = async (form: FormData) => {
    await call(`/employees/${session()!.person}/corrections`, {
      id, date, kind: form.get('kind'), time: textOf(form, 'time').replace('.', ':'), evidence: textOf(form, 'words'),
      requestedById: session()!.person,
    });
    return t('sent');
  };
  return <Section title={t('correct')}>
    {asked.length > 0 && <ul class="list">{asked.map((one) => <li key={one.id}>
      <p><b>{t(one.kind)} {clock(one.time)}</b>, {t(STATES[one.state] ?? 'statusOther')}</p>
      <p>{one.evidence}</p>
      {one.trail.filter((step) => step.words).map((step, at) => <p key={at} class="tiny">{step.words}</p>)}
    </li>)}</ul>}
    <p>{t('correctLead')}</p>
    <Form send={send} button={t('send')} then={again}>
      <Choice name="kind" label={t('kind')} given="arrival"
        options={[['arrival', t('arrival')], ['leaving', t('leaving')]]} />
      <label for="time">{t('time')}</label>
      <input id="time" name="time" inputMode="numeric" autocomplete="off" />
      <Text id="evidence" label={t('evidence')} />
    </Form>
  </Section>;
}
