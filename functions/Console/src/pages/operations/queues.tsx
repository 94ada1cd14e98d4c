// The work queues: what waits now and how the last day was, what was set aside, and sending it again.
import { call, Shown, useRead } from '../../api';
import { Form } from '../../form';
import { Section } from '../../parts';
import { now } from '../../session';
import { number, t, timeHere } from '../../words';
import { Numbers, type Hour, type Limits } from './hours';
import { Spark } from './spark';
import { hourOf, isMeasured, lasting, peak } from './told';

export interface Work { queue: string; waiting: number; poisoned: number; oldestAt?: string }
interface Poison { id: string; setAsideAt: string; message: unknown }

export function Queues({ of, hours, limits, again }: {
  of: Work[]; hours: Hour[]; limits: Limits; again: () => void;
}) {
  return <>
    <Section title={t('opsQueues')}>
      <ul class="list">{of.map((one) => <li key={one.queue}><Queue of={one} hours={hours} limits={limits} /></li>)}</ul>
      {of.every((one) => one.poisoned === 0) && <p class="empty">{t('poisonNone')}</p>}
    </Section>
    {of.filter((one) => one.poisoned > 0).map((one) => <SetAside key={one.queue} of={one} again={again} />)}
  </>;
}

function Queue({ of, hours, limits }: { of: Work; hours: Hour[]; limits: Limits }) {
  const hourly = (hour: Hour) => hour.queues.find((one) => one.queue === of.queue);
  const waits = peak(hours, (hour) => hourly(hour)?.waiting);
  const oldest = peak(hours, (hour) => hourly(hour)?.oldestSeconds);
  const age = of.oldestAt ? Math.max(0, (now().getTime() - Date.parse(of.oldestAt)) / 1000) : 0;
  return <>
    <h3><code>{of.queue}</code></h3>
    <p class="pair"><span>{of.waiting > 0 ? t('opsWaits', { n: number(of.waiting) })
      : t(waits || oldest || !isMeasured(hours) ? 'opsNothingWaits' : 'opsQuiet')}
      {of.oldestAt && ` ${t('opsOldest', { age: lasting(age) })}`}</span>
    {age > limits.oldestSeconds && <b class="tag outside">
      {t('opsBeyond', { limit: lasting(limits.oldestSeconds) })}</b>}
    {of.poisoned > 0 && <b class="tag outside">{t('poisonedN', { n: number(of.poisoned) })}</b>}</p>
    {(waits || oldest) && <div class="two even">
      <Spark points={hours.map((hour) => ({ from: hour.from, value: hourly(hour)?.waiting }))}
        finding={waits ? t('opsMost', { n: number(waits.value), hour: hourOf(waits.from) }) : t('opsNone')} />
      <Spark points={hours.map((hour) => ({ from: hour.from, value: hourly(hour)?.oldestSeconds }))}
        limit={limits.oldestSeconds}
        finding={oldest ? t('opsLongest', { age: lasting(oldest.value), hour: hourOf(oldest.from) }) : t('opsNone')} />
    </div>}
    {(waits || oldest) && <Numbers name={of.queue} hours={hours} columns={[
      [t('opsWaiting'), (hour) => number(hourly(hour)?.waiting ?? 0)],
      [t('opsOldestHead'), (hour) => lasting(hourly(hour)?.oldestSeconds ?? 0)],
      [t('opsAside'), (hour) => number(hourly(hour)?.poisoned ?? 0)],
    ]} />}
  </>;
}

function SetAside({ of, again }: { of: Work; again: () => void }) {
  const read = useRead(() => call<{ messages: Poison[] }>(`/operations/queues/${of.queue}/poison`), [of.poisoned]);
  const replay = async () => {
    const { replayed, left } = await call<{ replayed: number; left: number }>(
      `/operations/queues/${of.queue}/poison/replays`, {});
    return t('replayed', { n: replayed, left });
  };
  return <Section title={t('poisonOf', { queue: of.queue })}>
    <Shown of={read}>{({ messages }) => <ul class="list">{messages.map((one) => <li key={one.id}>
      <p>{timeHere(one.setAsideAt)}</p>
      <pre tabIndex={0} role="region" aria-label={one.id}>{JSON.stringify(one.message, null, 1)}</pre>
    </li>)}</ul>}</Shown>
    <Form send={replay} button={t('replay', { n: of.poisoned })} then={again}><p>{t('replayHint')}</p></Form>
  </Section>;
}
