// All agencies of a period, in numbers: whom to call first, what time documents lack, and the agencies of the trial.
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { all, call, Shown, useRead } from '../../api';
import { lastQuarter, today, useQuery } from '../../address';
import { Period, Section } from '../../parts';
import { day, number, t, type Word } from '../../words';

type Counts = Partial<Record<(typeof PREDICATES)[number] | 'notAssessed' | 'withheld', number>>;

interface Agency {
  agencyId: string; name: string; state?: string; publishedOn?: string; daysToPublish?: number; finalOn?: string;
  people?: number; predicates?: Counts; inTopShare?: number;
  distribution?: { judged: number; breached: number };
  present?: { onTimePercent?: number }; flexible?: { days: number; onTimePercent?: number };
}

interface InForce {
  policies: { kind: string; name: string; source: string }[];
  missing?: { what: string; from: string; to: string }[];
}

interface Pilots {
  announcedOn: string; waves: { number: number; from?: string; fromIs: string }[];
  agencies: { name: string; wave?: number }[];
}

const PREDICATES = ['veryGood', 'good', 'needsImprovement', 'poor', 'veryPoor'] as const;
const FIRST = 30;
const SHORT = { dateStyle: 'medium' } as const;

/** Why an agency needs a call, the most urgent first; null when it needs none. */
const CALLS: [Word, (one: Agency) => boolean][] = [
  ['callNoRun', (one) => one.state === undefined],
  ['callHeld', (one) => one.state === 'held'],
  ['callUnderWay', (one) => one.state !== 'published' && one.state !== 'final'],
  ['callBreached', (one) => (one.distribution?.breached ?? 0) > 0],
];
const callOf = (one: Agency) => CALLS.findIndex(([, holds]) => holds(one));
const isOpen = (one: Agency) => callOf(one) >= 0;

export function National() {
  const [period, setPeriod] = useQuery('periode', lastQuarter());
  const results = useRead(() => all<Agency>(`/national/results/${period}`, 'agencies'), [period]);
  const time = useRead(() => call<InForce>(`/national/policies?on=${today()}`), []);
  const pilots = useRead(() => call<Pilots>('/national/pilots'), []);
  return <>
    <h1>{t('national')}</h1>
    <p class="lead">{t('nationalLead')}</p>
    <Period value={period} choose={setPeriod} />
    <div class="stack">
      <Shown of={results}>{(agencies) => <Results of={agencies} key={period} />}</Shown>
      <div class="two">
        <Section title={t('nationalTime')}><Shown of={time}>{(value) => <Time of={value} />}</Shown></Section>
        <Section title={t('nationalPilots')}><Shown of={pilots}>{(value) => <Trial of={value} />}</Shown></Section>
      </div>
    </div>
  </>;
}

function Results({ of }: { of: Agency[] }) {
  const [most, setMost] = useState(FIRST);
  const counts: [Word, number, string][] = [
    ['nationalOpen', of.filter(isOpen).length, of.some(isOpen) ? 'waits' : 'in'],
    ['nationalPublished', of.filter((one) => one.state === 'published').length, ''],
    ['nationalFinal', of.filter((one) => one.state === 'final').length, 'in'],
  ];
  const last = (one: Agency) => isOpen(one) ? callOf(one) : CALLS.length;
  const sorted = [...of].sort((a, b) => last(a) - last(b) || a.name.localeCompare(b.name));
  return <>
    <ul class="counts">{counts.map(([word, n, kind]) => <li key={word} class={`card count ${kind}`}>
      <b class="figure">{number(n)}</b><span>{t(word)}</span></li>)}</ul>
    <Section title={t('nationalAgencies')}>
      {of.some((one) => one.predicates) && <ul class="legend">{PREDICATES.map((one) =>
        <li key={one}><span class={`chip ${one}`} />{t(one)}</li>)}</ul>}
      {of.length === 0 ? <p class="empty">{t('nationalNone')}</p> : <table class="rows"><thead><tr>
        <th scope="col">{t('agency')}</th><th scope="col">{t('state')}</th>
      </tr></thead><tbody>{sorted.slice(0, most).map((one) => <tr key={one.agencyId}>
        <th scope="row">{one.name}<span class="under"><code>{one.agencyId}</code></span><Numbers of={one} /></th>
        <td><State of={one} /></td></tr>)}</tbody></table>}
      {most < of.length && <button class="btn alt" onClick={() => setMost(most + FIRST)}>
        {t('more', { n: Math.min(FIRST, of.length - most) })}</button>}
    </Section>
  </>;
}

function State({ of }: { of: Agency }) {
  const why = CALLS[callOf(of)]?.[0];
  return <>
    {why ? <b class="late">{t(why, { n: of.distribution?.breached ?? 0 })}</b>
      : t(of.state === 'final' ? 'runFinalState' : 'runPublished')}
    {of.publishedOn && <span class="under">{t('nationalDays', { n: number(of.daysToPublish ?? 0) })}</span>}
    {of.finalOn && <span class="under">{t('nationalFinalOn', { date: day(of.finalOn, SHORT) })}</span>}
  </>;
}

/** Numbers of few people are not given, and a bar says how many stand behind no colour. */
function Numbers({ of }: { of: Agency }) {
  if (of.people === undefined || of.predicates === undefined) {
    return <span class="under">{t(of.state === 'final' ? 'nationalFew' : 'nationalLater')}</span>;
  }
  const { people, predicates } = of;
  let from = 0;
  return <>
    <svg class="length" aria-hidden="true">{PREDICATES.map((one) => {
      const [x, share] = [from, 100 * (predicates[one] ?? 0) / people];
      from += share;
      return <rect key={one} class={one} x={`${x}%`} width={`${share}%`} height="16" />;
    })}</svg>
    <span class="under">{[
      ...PREDICATES.filter((one) => predicates[one] !== undefined)
        .map((one) => `${t(one)} ${number(predicates[one]!)}`),
      ...(predicates.withheld ? [t('nationalWithheld', { n: number(predicates.withheld) })] : []),
    ].join(' · ')}</span>
    <span class="under">{[
      t('nationalPeople', { n: number(people) }),
      ...(of.inTopShare === undefined ? [] : [`${t('topShare')}: ${number(of.inTopShare)}`]),
      ...(of.present?.onTimePercent === undefined ? []
        : [t('nationalOnTime', { n: number(of.present.onTimePercent, 0, 1) })]),
      ...(of.flexible?.onTimePercent === undefined ? []
        : [t('nationalFlexible', { n: number(of.flexible.onTimePercent, 0, 1) })]),
    ].join(' · ')}</span>
  </>;
}

function Time({ of }: { of: InForce }) {
  return <>
    {(of.missing ?? []).map((one) => <p key={one.from} class="note bad">
      {t(one.what === 'ramadan' ? 'timeNoRamadan' : 'timeNoCalendar', {
        from: day(one.from, SHORT), to: day(one.to, SHORT) })}
    </p>)}
    {!of.missing?.length && <p class="note ok">{t('timeComplete')}</p>}
    <table class="rows"><thead><tr>
      <th scope="col">{t('timeKind')}</th><th scope="col">{t('timeHolds')}</th></tr></thead>
      <tbody>{of.policies.map((one) => <tr key={one.kind}><th scope="row"><code>{one.kind}</code></th>
        <td><code>{one.name}</code>
          <span class="under">{t(one.source === 'national' ? 'timeNational' : 'timeShipped')}</span></td></tr>)}</tbody>
    </table>
  </>;
}

function Trial({ of }: { of: Pilots }) {
  return <>
    <p class="tiny">{t('pilotsLead', { date: day(of.announcedOn) })}</p>
    {of.waves.map((wave) => <Fragment key={wave.number}>
      <h3>{t('pilotsWave', { n: wave.number })}{wave.from && ` · ${day(wave.from, SHORT)}`}</h3>
      <ul class="list people">{of.agencies.filter((one) => one.wave === wave.number)
        .map((one) => <li key={one.name}>{one.name}</li>)}</ul></Fragment>)}
  </>;
}
