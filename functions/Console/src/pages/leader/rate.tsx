// Whom a leader rates in a period, who has no rating yet, and the rating itself.
import { all, call, fault, Shown, useRead } from '../../api';
import { lastQuarter, useQuery } from '../../address';
import { Form, Text, textOf } from '../../form';
import { called } from '../../names';
import { Id, Period, Section } from '../../parts';
import { session } from '../../session';
import { number, t } from '../../words';
import { Levels, levelsOf } from './levels';

interface Rating {
  result: 'above' | 'meets' | 'below'; behaviour: 'above' | 'meets' | 'below'; skpScore: number; behaviourScore: number;
  reason?: string; version: number;
}
interface Rated { employeeId: string; unitId: string; rating?: Rating }

export function Rate() {
  const { agency, person } = session()!;
  const [period, setPeriod] = useQuery('periode', lastQuarter());
  const read = useRead(() =>
    all<Rated>(`/agencies/${agency}/ratings/${period}?raterId=${person}`, 'people'), [period]);
  return <>
    <h1>{t('rate')}</h1>
    <p class="lead">{t('rateLead')}</p>
    <Period value={period} choose={setPeriod} />
    <Shown of={read}>{(people) => <Section title={t('rateOf', {
      n: people.filter((one) => one.rating).length, all: people.length })}>
      {people.length === 0 ? <p class="empty">{t('rateNobody')}</p>
        : <ul class="list">{[...people].sort((a, b) => Number(!!a.rating) - Number(!!b.rating)).map((one) =>
          <li key={one.employeeId}>
            <h3><Id of={one.employeeId} /> · {one.unitId}</h3>
            {one.rating
              ? <p>{t('resultLevel')}: <b>{t(one.rating.result)}</b> · {t('behaviourLevel')}:
                {' '}<b>{t(one.rating.behaviour)}</b>
                <span class="under">{t('skpScore')} {number(one.rating.skpScore, 2)} · {t('behaviourScore')}
                  {' '}{number(one.rating.behaviourScore, 2)}</span></p>
              : <p class="late">{t('notRatedYet')}</p>}
            <details><summary>
              {t(one.rating ? 'rateAgain' : 'rateNow')}<span class="vh"> {called(one.employeeId)}</span></summary>
              <Give of={one} period={period} again={read.again} /></details>
          </li>)}</ul>}
    </Section>}</Shown>
  </>;
}

function Give({ of, period, again }: { of: Rated; period: string; again: () => void }) {
  const send = async (form: FormData) => {
    const { agency, person } = session()!;
    const [levels, reason] = [levelsOf(form), textOf(form, 'words')];
    if (!levels.result || !levels.behaviour || !levels.skpScore || !levels.behaviourScore) {
      throw fault(t('pickLevels'));
    }
    await call(`/agencies/${agency}/ratings/${period}/${of.employeeId}`, {
      raterId: person, ...levels, ...(reason ? { reason } : {}),
    }, 'PUT');
    return t('ratingKept');
  };
  return <Form send={send} button={t('rateSend')} then={again}>
    <Levels id={`rate-${of.employeeId}`} given={of.rating} />
    <Text id={`rate-reason-${of.employeeId}`} label={t('reason')} hint={t('rateReasonHint')} />
  </Form>;
}
