// My coaching sessions of a period, and my rating of each, which goes to the coach's superior.
import { useState } from 'preact/hooks';
import { call, fault, Shown, useRead } from '../../api';
import { quarterOf, today, useQuery } from '../../address';
import { Form, Pick, Text, textOf } from '../../form';
import { Period, Said, Section } from '../../parts';
import { session } from '../../session';
import { day, t, type Word } from '../../words';
import { SessionOf, STEPS, type Session } from './sessions';

/** What is asked of a session; an agency's own form may ask other things. */
const CRITERIA: Word[] = [
  'criterionAim', 'criterionListened', 'criterionExamples', 'criterionSolution', 'criterionFollowUp'];

export function Coaching() {
  const { person } = session()!;
  const [period, setPeriod] = useQuery('periode', quarterOf(today()));
  const [done, setDone] = useState('');
  const read = useRead(() =>
    call<{ sessions: Session[] }>(`/employees/${person}/coaching?period=${period}`), [period]);
  return <>
    <h1>{t('coaching')}</h1>
    <p class="lead">{t('coachingLead')}</p>
    <Period value={period} choose={setPeriod} />
    <Said words={done} />
    <Shown of={read}>{({ sessions }) => <Section title={t('sessionsOf', { period })}>
      {sessions.length === 0 ? <p class="empty">{t('sessionsNone', { period })}</p>
        : <ul class="list">{[...sessions].reverse().map((one) => <li key={one.id}><SessionOf of={one}>
          {!one.view && <details><summary>{t(one.rating ? 'sessionRateAgain' : 'sessionRate')}
            <span class="vh"> {day(one.heldOn)}</span></summary>
          <RateSession key={one.rating?.at} of={one} again={(words) => { setDone(words); read.again(); }} /></details>}
        </SessionOf></li>)}</ul>}
    </Section>}</Shown>
  </>;
}

function RateSession({ of, again }: { of: Session; again: (words: string) => void }) {
  const path = `/employees/${of.employeeId}/coaching`;
  const asked = of.rating?.criteria.map((one) => one.criterion) ?? CRITERIA.map((one) => t(one));
  const send = async (form: FormData) => {
    const remark = textOf(form, 'remark');
    const steps = asked.map((_, at) => Number(textOf(form, `criteria/${at}/step`)));
    const missing = steps.flatMap((step, at) => step > 0 ? []
      : [[`criteria/${at}/step`, t('pickStep', { what: asked[at]! })] as const]);
    if (missing.length > 0) {
      throw fault(t('mendFields'), Object.fromEntries(missing));
    }
    await call(`${path}/${of.id}/rating`, {
      criteria: asked.map((criterion, at) => ({ criterion, step: steps[at] })), ...(remark ? { remark } : {}),
    }, 'PUT');
    return t('sessionRatingKept', { date: day(of.heldOn) });
  };
  const theirs = async () => {
    const { sessions } = await call<{ sessions: Session[] }>(`${path}?period=${of.period}`);
    const stands = sessions.find((one) => one.id === of.id);
    return stands && <SessionOf of={stands} />;
  };
  return <Form send={send} button={t('sessionRateSend')} then={again} theirs={theirs}>
    <p class="tiny">{t('sessionRateHint')}</p>
    <div class="facts-form">{asked.map((criterion, at) => <Pick key={criterion} id={`${of.id}-${at}`}
      name={`criteria/${at}/step`} label={criterion} options={STEPS}
      given={of.rating && String(of.rating.criteria[at]!.step)} />)}</div>
    <Text id={`${of.id}-remark`} name="remark" label={t('sessionRemark')} given={of.rating?.remark} />
  </Form>;
}
