// A coaching session written down by its coach: what it was about, and how far each aim is, with the reason.
import { useState } from 'preact/hooks';
import { call, fault } from '../../api';
import { today } from '../../address';
import { Form, Line, Pick as Select, Text, textOf } from '../../form';
import { called } from '../../names';
import { session } from '../../session';
import { day, t } from '../../words';
import { SessionOf, STEPS, type Aim, type Session } from '../employee/sessions';

interface Props {
  person: string; period: string; of?: Session; aims: Pick<Aim, 'id' | 'words'>[]; again: (words: string) => void;
}
type Row = Pick<Aim, 'id' | 'words'> & Partial<Aim>;

const MOST = 10;
const fresh = (): Row => ({ id: `sasaran-${crypto.randomUUID()}`, words: '' });

/** The aims of earlier sessions stand already, each under its id, so that its way can be seen; their steps do not. */
export function WriteSession({ person, period, of, aims, again }: Props) {
  const [id] = useState(() => of?.id ?? `bimbingan-${crypto.randomUUID()}`);
  const [rows, setRows] = useState<Row[]>(() => of?.aims ?? (aims.length > 0 ? aims.map(({ id, words }) =>
    ({ id, words })) : [fresh()]));
  const path = `/employees/${person}/coaching`;
  const send = async (form: FormData) => {
    const [heldOn, topic] = [textOf(form, 'heldOn'), textOf(form, 'topic')];
    const written = rows.map((row, at) => ({
      id: row.id, words: textOf(form, `aims/${at}/words`), step: Number(textOf(form, `aims/${at}/step`)),
      reason: textOf(form, `aims/${at}/reason`), at }));
    // An aim without a step was not spoken of this time.
    const spoken = written.filter((one) => one.step > 0 || one.reason !== '');
    const missing = Object.fromEntries([
      ...(heldOn ? [] : [['heldOn', t('dailyPickDate')]]), ...(topic ? [] : [['topic', t('sessionSayTopic')]]),
      ...spoken.flatMap(({ at, words, step, reason }) => [
        ...(words ? [] : [[`aims/${at}/words`, t('sessionSayAim', { n: at + 1 })]]),
        ...(step ? [] : [[`aims/${at}/step`, t('pickStep', { what: words })]]),
        ...(reason ? [] : [[`aims/${at}/reason`, t('sessionSayWhy', { n: at + 1 })]])]),
      ...(spoken.length > 0 ? [] : [['aims/0/step', t('sessionOneAim')]]),
    ] as [string, string][]);
    if (Object.keys(missing).length > 0) {
      throw fault(t('mendFields'), missing);
    }
    await call(`${path}/${id}`, {
      coachId: session()!.person, period, heldOn, topic, aims: spoken.map(({ at: _, ...aim }) => aim) }, 'PUT');
    return t('sessionKept', { who: called(person), date: day(heldOn) });
  };
  const theirs = async () => {
    const { sessions } = await call<{ sessions: Session[] }>(`${path}?period=${period}`);
    const stands = sessions.find((one) => one.id === id);
    return stands && <SessionOf of={stands} />;
  };
  return <Form send={send} button={t('sessionSend')} then={again} theirs={theirs}>
    <p class="tiny">{t('sessionHint')}</p>
    <Line id={`${id}-on`} name="heldOn" type="date" label={t('sessionDate')} given={of?.heldOn ?? today()} />
    <Text id={`${id}-topic`} name="topic" label={t('sessionTopic')} most={2000} given={of?.topic} />
    {rows.map((row, at) => <fieldset class="aim" key={row.id}><legend>{t('sessionAim', { n: at + 1 })}</legend>
      <Line id={`${id}-${at}-words`} name={`aims/${at}/words`} label={t('sessionAimWords')} given={row.words}
        most={300} />
      <Select id={`${id}-${at}-step`} name={`aims/${at}/step`} label={t('sessionStep')} hint={t('sessionStepHint')}
        options={STEPS} given={row.step === undefined ? '' : String(row.step)} />
      <Line id={`${id}-${at}-reason`} name={`aims/${at}/reason`} label={t('sessionReason')} given={row.reason}
        most={500} />
    </fieldset>)}
    {rows.length < MOST && <button type="button" class="btn quiet" onClick={() => setRows([...rows, fresh()])}>
      {t('sessionMore')}</button>}
  </Form>;
}
