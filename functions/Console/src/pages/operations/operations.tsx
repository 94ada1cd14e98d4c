// How the platform does now and how the last day was; asked again while somebody looks.
import { useEffect, useState } from 'preact/hooks';
import { call, Shown, useRead } from '../../api';
import { t } from '../../words';
import type { Hour, Limits } from './hours';
import { Queues, type Work } from './queues';
import { Outbox, StalledRuns, Stores } from './state';

/** Queues move by the second; what is sampled each quarter of an hour need not be asked for so often. */
const EVERY = 10_000;
const SELDOM = 6;

export function Operations() {
  const [turn, setTurn] = useState(0);
  const queues = useRead(() => call<{ queues: Work[] }>('/operations/queues'), [turn]);
  const slow = Math.floor(turn / SELDOM);
  const day = useRead(() => call<{ limits: Limits; hours: Hour[] }>('/operations/hours'), [slow]);
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && setTurn((n) => n + 1), EVERY);
    return () => clearInterval(timer);
  }, []);
  return <>
    <h1>{t('operations')}</h1>
    <p class="lead">{t('operationsLead')}</p>
    <Shown of={day}>{({ limits, hours }) => <div class="stack">
      {hours.every((hour) => hour.samples === 0) && <p class="note">{t('opsNoSamples')}</p>}
      <Shown of={queues}>{(value) =>
        <Queues of={value.queues} hours={hours} limits={limits} again={queues.again} />}</Shown>
      <div class="two even">
        <Outbox hours={hours} limits={limits} turn={slow} />
        <StalledRuns hours={hours} limits={limits} turn={slow} />
      </div>
      <Stores hours={hours} limits={limits} turn={slow} />
    </div>}</Shown>
  </>;
}
