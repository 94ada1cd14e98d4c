// Beside the queues: events that could not be sent, runs that stand still, and whether the stores answer.
import { all, call, Shown, useRead, send } from '../../api';
import { Id, Section } from '../../parts';
import { now } from '../../session';
import { number, t, timeHere, type Word } from '../../words';
import { Numbers, type Hour, type Limits } from './hours';
import { Spark } from './spark';
import { hourOf, isMeasured, lasting, millis, peak } from './told';

interface Lag { agencyId: string; unsent: number; oldestAt: string }
interface Store { store: string; milliseconds?: number }
interface Stalled { agencyId: string; period: string; revision: number; state: string; stalledSince: string }

/** As often as the platform looks: twice that without a look is worth a word. */
const ROUND = 10 * 60_000;
const since = (moment: string) => Math.max(0, now().getTime() - Date.parse(moment));
const STORES: Record<string, Word> = { tables: 'opsTables', queues: 'opsStoreQueues' };

interface Props { hours: Hour[]; limits: Limits; turn: number }

export function Outbox({ hours, limits, turn }: Props) {
  const read = useRead(async () => {
    const first = await (await send('/operations/outbox')).json() as { lookedAt?: string };
    return { lookedAt: first.lookedAt, agencies: await all<Lag>('/operations/outbox', 'agencies') };
  }, [turn]);
  const oldest = peak(hours, (hour) => hour.outbox?.oldestSeconds);
  return <Section title={t('opsOutbox')}>
    <Shown of={read}>{({ lookedAt, agencies }) => <>
      <p class="tiny">{lookedAt ? t('opsLooked', { time: timeHere(lookedAt) }) : t('opsNeverLooked')}</p>
      {lookedAt && since(lookedAt) > 2 * ROUND && <p class="note bad">{t('opsRoundLate')}</p>}
      {agencies.length === 0 ? lookedAt && <p class="note ok">{t('opsAllSent')}</p>
        : <ul class="list">{agencies.map((one) => <li key={one.agencyId}>
          <span class="pair"><b><Id of={one.agencyId} /></b> {t('opsUnsent', { n: number(one.unsent) })}
            {since(one.oldestAt) / 1000 > limits.unsentSeconds && <b class="tag outside">
              {t('opsBeyond', { limit: lasting(limits.unsentSeconds) })}</b>}</span>
          <span class="under">{t('opsOldest', { age: lasting(since(one.oldestAt) / 1000) })}</span></li>)}</ul>}
    </>}</Shown>
    {oldest ? <>
      <Spark points={hours.map((hour) => ({ from: hour.from, value: hour.outbox?.oldestSeconds }))}
        limit={limits.unsentSeconds}
        finding={t('opsLongest', { age: lasting(oldest.value), hour: hourOf(oldest.from) })} />
      <Numbers name={t('opsOutbox')} hours={hours} columns={[
        [t('opsAgencies'), (hour) => number(hour.outbox?.agencies ?? 0)],
        [t('opsOldestHead'), (hour) => lasting(hour.outbox?.oldestSeconds ?? 0)],
      ]} /></> : isMeasured(hours) && <p class="tiny">{t('opsQuietOutbox')}</p>}
  </Section>;
}

export function StalledRuns({ hours, turn }: Props) {
  const read = useRead(() => all<Stalled>('/operations/runs', 'runs'), [turn]);
  const most = peak(hours, (hour) => hour.stalledRuns);
  return <Section title={t('opsRuns')}>
    <Shown of={read}>{(runs) => runs.length === 0 ? <p class="note ok">{t('opsNoneStalled')}</p>
      : <ul class="list">{runs.map((one) => <li key={`${one.agencyId} ${one.period} ${one.revision}`}>
        <span class="pair"><b><Id of={one.agencyId} /></b> {one.period}
          <span>{t('revisionOf', { n: one.revision })}</span>
          <b class="tag outside">{t('opsStillSince', { time: timeHere(one.stalledSince) })}</b></span></li>)}</ul>}
    </Shown>
    {most ? <>
      <Spark points={hours.map((hour) => ({ from: hour.from, value: hour.stalledRuns }))}
        finding={t('opsMostRuns', { n: number(most.value), hour: hourOf(most.from) })} />
      <Numbers name={t('opsRuns')} hours={hours}
        columns={[[t('opsStill'), (hour) => number(hour.stalledRuns ?? 0)]]} />
    </> : isMeasured(hours) && <p class="tiny">{t('opsQuietRuns')}</p>}
  </Section>;
}

export function Stores({ hours, limits, turn }: Props) {
  const read = useRead(() => call<{ stores: Store[] }>('/operations/stores'), [turn]);
  return <Section title={t('opsStores')}>
    <Shown of={read}>{({ stores }) => <ul class="two even">{stores.map((one) => {
      const hourly = (hour: Hour) => hour.stores.find((other) => other.store === one.store);
      const slowest = peak(hours, (hour) => hourly(hour)?.milliseconds);
      const failed = hours.reduce((sum, hour) => sum + (hourly(hour)?.failures ?? 0), 0);
      const name = t(STORES[one.store] ?? 'statusOther');
      return <li key={one.store}>
        <h3>{name}</h3>
        <p class="pair">{one.milliseconds === undefined ? <b class="tag outside">{t('opsSilent')}</b> : <>
          <span>{t('opsAnswers', { n: millis(one.milliseconds) })}</span>
          {one.milliseconds > limits.milliseconds && <b class="tag outside">
            {t('opsBeyond', { limit: millis(limits.milliseconds) })}</b>}</>}</p>
        {failed > 0 && <p class="late">{t('opsFailed', { n: failed })}</p>}
        {slowest || failed > 0 ? <>
          <Spark points={hours.map((hour) => ({
            from: hour.from, value: hourly(hour)?.milliseconds, failed: (hourly(hour)?.failures ?? 0) > 0 }))}
          limit={limits.milliseconds} finding={slowest
            ? t('opsSlowest', { n: millis(slowest.value), hour: hourOf(slowest.from) }) : t('opsSilent')} />
          <Numbers name={name} hours={hours} columns={[
            [t('opsSlowestHead'), (hour) => hourly(hour)?.milliseconds === undefined ? '–'
              : millis(hourly(hour)!.milliseconds!)],
            [t('opsFailures'), (hour) => number(hourly(hour)?.failures ?? 0)],
          ]} /></> : null}
      </li>;
    })}</ul>}</Shown>
  </Section>;
}
