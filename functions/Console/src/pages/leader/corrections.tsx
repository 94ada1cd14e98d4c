// Corrections that people asked for: what the month shows, what they say was right, and the decision.
import { call, fault } from '../../api';
import { Choice, Form, Text, textOf } from '../../form';
import { called } from '../../names';
import { Id } from '../../parts';
import { session } from '../../session';
import { clock, day, t } from '../../words';
import { STATES, type Wanted } from '../employee/correction';

export function Corrections({ of, again }: { of: Wanted[]; again: () => void }) {
  return <ul class="list">{of.map((one) => <li key={one.employeeId + one.id}>
    <h3>{day(one.date)}: <Id of={one.employeeId} /></h3>
    <p>{t(one.kind)}: <b>{clock(one.time)}</b> <span class="tiny">{one.timeBefore
      ? t('insteadOf', { time: clock(one.timeBefore) }) : t('insteadOfNothing')}</span></p>
    <p><q>{one.evidence}</q></p>
    <details><summary>{t('rule')}<span class="vh"> {called(one.employeeId)}, {day(one.date)}</span></summary>
      <Decision of={one} again={again} /></details>
  </li>)}</ul>;
}

function Decision({ of, again }: { of: Wanted; again: () => void }) {
  const send = async (form: FormData) => {
    const [decision, reason] = [form.get('decision'), textOf(form, 'words')];
    if (!decision || reason === '') {
      throw fault(t('pickOutcome'), {
        ...(decision ? {} : { decision: t('pickRuling') }), ...(reason ? {} : { words: t('reasonEmpty') }) });
    }
    await call(`/employees/${of.employeeId}/corrections/${of.id}/decision`, {
      date: of.date, decidedById: session()!.person, decision, reason,
    });
    return t('decided');
  };
  const theirs = async () => {
    const { corrections } = await call<{ corrections: Wanted[] }>(
      `/employees/${of.employeeId}/corrections?month=${of.date.slice(0, 7)}`);
    const stands = corrections.find((one) => one.id === of.id);
    return stands && <p>{t(STATES[stands.state] ?? 'statusOther')}
      {stands.trail.filter((step) => step.words).map((step, at) => <q key={at}>{step.words}</q>)}</p>;
  };
  return <Form send={send} button={t('decide')} then={again} theirs={theirs}>
    <Choice name="decision" label={t('rule')} options={[['approved', t('approve')], ['declined', t('decline')]]} />
    <Text id={`reason-${of.id}`} label={t('reason')} hint={t('reasonHint')} />
  </Form>;
}
