// Signals of people below that a superior is asked to look at: what was seen, grouped, and the decision.
import { useState } from 'preact/hooks';
import { call, fault, Shown, useRead } from '../../api';
import { useQuery } from '../../address';
import { Choice, Form, Text, textOf } from '../../form';
import { called } from '../../names';
import { Id, Said, Section } from '../../parts';
import { session } from '../../session';
import { day, lang, monthName, t, timeHere, type Word } from '../../words';
import { DayMap } from '../employee/evidence';

type State = 'open' | 'accepted' | 'rejected';
interface Seen { date: string; checkIns: string[]; en: string; id: string }
export interface Review {
  id: string; employeeId: string; signal: string; month: string; state: State; openedAt: string; evidence: Seen[];
  trail: { decision: State; decidedById: string; reason: string; at: string }[];
}

const SIGNALS: Record<string, Word> = {
  lowTrust: 'signalLowTrust', impossibleTravel: 'signalTravel', repeatedCoordinates: 'signalRepeated',
  sharedCoordinates: 'signalShared', sharedDevice: 'signalDevice', manyDevices: 'signalDevices',
  unansweredSpotCheck: 'signalUnanswered', untoldClock: 'signalClock', repeatedOpenDays: 'signalOpenDays',
  manyAssisted: 'signalAssisted',
};
const STATES: [State, Word][] = [
  ['open', 'reviewsOpen'], ['accepted', 'reviewsAccepted'], ['rejected', 'reviewsRejected']];
/** A page ends where the answer says so; this many pages are enough for anybody. */
const MOST_PAGES = 20;

async function reviewsOf(state: State) {
  const { agency, person } = session()!;
  const found: Review[] = [];
  let after = '';
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const { reviews, next } = await call<{ reviews: Review[]; next?: string }>(
      `/agencies/${agency}/reviews?raterId=${person}&state=${state}${after && `&cursor=${after}`}`);
    found.push(...reviews);
    if (!next) {
      break;
    }
    after = next;
  }
  return found.sort((a, b) => a.openedAt.localeCompare(b.openedAt));
}

export function Reviews() {
  const [state, setState] = useQuery('keadaan', 'open');
  const [done, setDone] = useState('');
  const known = STATES.find(([one]) => one === state)?.[0] ?? 'open';
  const read = useRead(() => reviewsOf(known), [known]);
  return <>
    <h1>{t('reviews')}</h1>
    <p class="lead">{t('reviewsLead')}</p>
    <div class="pair" role="group" aria-label={t('state')}>{STATES.map(([one, word]) =>
      <button key={one} class="btn quiet" aria-pressed={known === one} onClick={() => { setDone(''); setState(one); }}>
        {t(word)}</button>)}</div>
    <Said words={done} />
    <Shown of={read}>{(reviews) => reviews.length === 0
      ? <p class="empty">{t(known === 'open' ? 'reviewsNone' : 'reviewsNoneSuch')}</p>
      : <div class="stack">{reviews.map((one) => <One key={one.id} of={one}
        again={(words) => { setDone(words); read.again(); }} />)}</div>}</Shown>
  </>;
}

function One({ of, again }: { of: Review; again: (words: string) => void }) {
  const title = t(SIGNALS[of.signal] ?? 'statusOther');
  const dates = [...new Set(of.evidence.map((one) => one.date))].sort();
  return <Section title={`${title}, ${monthName(of.month)}`}>
    <p><Id of={of.employeeId} /></p>
    <ul class="list">{grouped(of.evidence).map((one) => <li key={one.words}>
      <p>{one.words}</p>
      <p class="tiny">{one.checkIns > 0 && `${t('reviewSeen', { n: one.checkIns })}, `}{daysOf(one.dates)}</p>
    </li>)}</ul>
    {dates.slice(0, 5).map((date) => <DayMap key={date} person={of.employeeId} date={date} />)}
    <Trail of={of} />
    <details><summary>{t(of.state === 'open' ? 'reviewDecide' : 'reviewDecideAgain')}
      <span class="vh"> {called(of.employeeId)}, {title}</span></summary>
    <Decide key={of.trail.length} of={of} again={again} /></details>
  </Section>;
}

const Trail = ({ of }: { of: Review }) => <>{of.trail.map((step, at) => <p key={at}>
  {t(step.decision === 'accepted' ? 'reviewTaken' : 'reviewDropped', {
    who: called(step.decidedById), time: timeHere(step.at) })}
  <q>{step.reason}</q></p>)}</>;

/** Equal sentences once, with how many check-ins and which days they are of. */
function grouped(evidence: Seen[]) {
  const found = new Map<string, { words: string; checkIns: number; dates: string[] }>();
  for (const one of evidence) {
    const words = one[lang()];
    const group = found.get(words) ?? { words, checkIns: 0, dates: [] };
    found.set(words, {
      words, checkIns: group.checkIns + one.checkIns.length, dates: [...new Set([...group.dates, one.date])].sort() });
  }
  return [...found.values()];
}

const SHORT = { day: 'numeric', month: 'short' } as const;
const daysOf = (dates: string[]) => dates.length < 4 ? dates.map((one) => day(one, SHORT)).join(', ')
  : t('reviewDays', { n: dates.length, from: day(dates[0]!, SHORT), to: day(dates.at(-1)!, SHORT) });

function Decide({ of, again }: { of: Review; again: (words: string) => void }) {
  const { agency, person } = session()!;
  const send = async (form: FormData) => {
    const [decision, reason] = [form.get('decision'), textOf(form, 'words')];
    if (!decision || !reason) {
      throw fault(t('reviewPick'), {
        ...(decision ? {} : { decision: t('reviewPickOne') }), ...(reason ? {} : { words: t('reasonEmpty') }) });
    }
    await call<Review>(`/agencies/${agency}/reviews/${of.id}/decision`, { decidedById: person, decision, reason });
    return t(decision === 'accepted' ? 'reviewAcceptedNow' : 'reviewRejectedNow', { who: called(of.employeeId) });
  };
  const theirs = async () => {
    const every = await Promise.all(STATES.map(([state]) => reviewsOf(state)));
    const stands = every.flat().find((one) => one.id === of.id);
    return stands && <Trail of={stands} />;
  };
  return <Form send={send} button={t('reviewSend')} then={again} theirs={theirs}>
    <Choice name="decision" label={t('reviewDecide')}
      options={[['accepted', t('reviewAccept')], ['rejected', t('reviewReject')]]} />
    <Text id={`review-${of.id}`} label={t('reason')} hint={t('reviewReasonHint')} />
  </Form>;
}
