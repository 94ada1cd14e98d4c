// What waits in the work queues, what was set aside after too many failures, and sending it again.
import { useEffect } from 'preact/hooks';
import { call, Shown, useRead } from '../../api';
import { Form } from '../../form';
import { Section } from '../../parts';
import { number, t, timeHere } from '../../words';

interface Work { queue: string; waiting: number; poisoned: number }
interface Poison { id: string; setAsideAt: string; message: unknown }

const EVERY = 10_000;

export function Queues() {
  const read = useRead(() => call<{ queues: Work[] }>('/operations/queues'), []);
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && read.again(), EVERY);
    return () => clearInterval(timer);
  }, []);
  return <>
    <h1>{t('operations')}</h1>
    <p class="lead">{t('operationsLead')}</p>
    <Shown of={read}>{({ queues }) => <div class="stack">
      <ul class="counts">{queues.map((one) => <li key={one.queue}
        class={`card count ${one.poisoned > 0 ? 'late' : one.waiting > 0 ? 'waits' : 'in'}`}>
        <b class="figure">{number(one.waiting)}</b>
        <span><code>{one.queue}</code><span class="under">{t('poisonedN', { n: number(one.poisoned) })}</span></span>
      </li>)}</ul>
      {queues.every((one) => one.poisoned === 0) ? <p class="empty">{t('poisonNone')}</p>
        : queues.filter((one) => one.poisoned > 0).map((one) =>
          <SetAside key={one.queue} of={one} again={read.again} />)}
    </div>}</Shown>
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
