// Objections to my ratings on which I am still to be heard: what the person says, and my first words, which stand.
import { call, fault, Shown, useRead } from '../../api';
import { Form, Text, textOf } from '../../form';
import { called } from '../../names';
import { Id, Section } from '../../parts';
import { session } from '../../session';
import { day, t } from '../../words';
import type { Me } from '../employee/acts';
import type { Objected } from '../employee/objection';

interface Heard { employeeId: string; period: string; until?: string; objection: Objected }

async function hearingsOf(): Promise<Heard[]> {
  const { acts } = await call<Me>('/me');
  return await Promise.all(acts.flatMap(({ act, employeeId, period, until }) => act === 'beHeard' && employeeId
    ? [call<Objected>(`/employees/${employeeId}/objections/${period}`).then((objection) => (
      { employeeId, period, until, objection }))] : []));
}

export function Hearings({ again }: { again: (words: string) => void }) {
  const read = useRead(hearingsOf, []);
  return <Section title={t('hearings')}>
    <Shown of={read}>{(list) => list.length === 0 ? <p class="empty">{t('hearingsNone')}</p>
      : <ul class="list">{list.map((one) => <li key={one.employeeId + one.period}>
        <h3><Id of={one.employeeId} />: {one.period}</h3>
        {one.until && <p class="tiny">{t('hearingUntil', { date: day(one.until) })}</p>}
        <p>{t('stepObjected')}: <q>{one.objection.reason}</q></p>
        {one.objection.evidence.map((link) => <p class="tiny" key={link}>
          <a href={link} rel="noreferrer noopener" target="_blank">{link}
            <span class="vh"> {t('newTab')}</span></a></p>)}
        {one.objection.ofPerson && <p>{t('heardPerson')}: <q>{one.objection.ofPerson.words}</q></p>}
        <Say of={one} again={(words) => { again(words); read.again(); }} /></li>)}</ul>}</Shown>
  </Section>;
}

function Say({ of, again }: { of: Heard; again: (words: string) => void }) {
  const path = `/employees/${of.employeeId}/objections/${of.period}`;
  const send = async (form: FormData) => {
    const words = textOf(form, 'words');
    if (!words) {
      throw fault(t('mendFields'), { words: t('hearingEmpty') });
    }
    await call(`${path}/statements`, { byId: session()!.person, words });
    return t('hearingKept', { who: called(of.employeeId), period: of.period });
  };
  const theirs = async () => {
    const stands = await call<Objected>(path);
    return stands.ofRater && <p>{t('heardRater')}: <q>{stands.ofRater.words}</q></p>;
  };
  return <Form send={send} button={t('hearingSend')} then={again} theirs={theirs}>
    <Text id={`hearing-${of.employeeId}-${of.period}`} label={t('sayMore')} hint={t('hearingHint')} most={2000} />
  </Form>;
}
