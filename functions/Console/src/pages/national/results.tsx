// All agencies of a period, on a map and in numbers: whom to call first, what time documents lack, and the trial's.
import { Fragment } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { all, call, Shown, useRead } from '../../api';
import { lastQuarter, today, useQuery } from '../../address';
import { More, Period, Section } from '../../parts';
import { day, lang, number, t, type Word } from '../../words';
import type { NationMap } from './map';
import {
  Gaps, inOrder, isOpen, isSeated, kindOf, KINDS, Mark, Numbers, PREDICATES, SHORT, State, type Agency, type InForce,
} from './shown';

interface Pilots {
  announcedOn: string; waves: { number: number; from?: string; fromIs: string }[];
  agencies: { name: string; wave?: number }[];
}

const FIRST = 30;

/** To the page of one agency. */
const pageOf = ({ agencyId }: Agency) =>
  `/console/nasional/instansi?${new URLSearchParams({ id: agencyId, lang: lang() })}`;

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
  const [chosen, choose] = useQuery('instansi', '');
  const [most, setMost] = useState(FIRST);
  const counts: [Word, number, string][] = [
    ['nationalOpen', of.filter(isOpen).length, of.some(isOpen) ? 'waits' : 'in'],
    ['nationalPublished', of.filter((one) => one.state === 'published').length, ''],
    ['nationalFinal', of.filter((one) => one.state === 'final').length, 'in'],
  ];
  // The map is above: one is led to it, and its link leads back.
  const show = (id: string) => {
    choose(id === chosen ? '' : id);
    setTimeout(() => {
      document.getElementById('pilihan')?.focus({ preventScroll: true });
      document.getElementById('pilihan')?.closest('section')?.scrollIntoView();
    });
  };
  const sorted = inOrder(of);
  // A row that is chosen on the map is there, however far down.
  const shown = Math.max(most, 1 + sorted.findIndex((one) => one.agencyId === chosen));
  return <>
    <ul class="counts">{counts.map(([word, n, kind]) => <li key={word} class={`card count ${kind}`}>
      <b class="figure">{number(n)}</b><span>{t(word)}</span></li>)}</ul>
    {of.length > 0 && <Section title={t('seatTitle')}><Seats of={sorted} chosen={chosen} choose={choose} /></Section>}
    <Section title={t('nationalAgencies')}>
      {of.some((one) => one.predicates) && <ul class="legend">{PREDICATES.map((one) =>
        <li key={one}><span class={`chip ${one}`} />{t(one)}</li>)}</ul>}
      {of.length === 0 ? <p class="empty">{t('nationalNone')}</p> : <table class="rows"><thead><tr>
        <th scope="col">{t('agency')}</th><th scope="col">{t('state')}</th>
      </tr></thead><tbody>{sorted.slice(0, shown).map((one) => <tr key={one.agencyId} id={`baris-${one.agencyId}`}
        class={one.agencyId === chosen ? 'picked' : undefined}>
        <th scope="row"><a href={pageOf(one)}>{one.name}</a>
          <span class="under"><code>{one.agencyId}</code></span><Numbers of={one} />
          {isSeated(one) ? <button class="btn quiet" aria-pressed={one.agencyId === chosen}
            onClick={() => show(one.agencyId)}>
            {t('seatShow')}<span class="vh"> {one.name}</span></button>
            : <span class="under">{t('seatUntold')}</span>}</th>
        <td><State of={one} /></td></tr>)}</tbody></table>}
      <More of={of.length} shown={shown} step={FIRST} show={setMost} />
    </Section>
  </>;
}

/** The map, what its marks mean with how many there are of each, what was taken on it, and who is not on it. */
function Seats({ of, chosen, choose }: { of: Agency[]; chosen: string; choose: (id: string) => void }) {
  const [open, setOpen] = useState<Agency[]>([]);
  // The coast comes beside the numbers, never before them. Without it the table is there.
  const [Map, setMap] = useState<typeof NationMap | null>(null);
  useEffect(() => { void import('./map').then((map) => setMap(() => map.NationMap), () => {}); }, []);
  const [seated, others] = [of.filter(isSeated), of.filter((one) => !isSeated(one))];
  const picked = seated.find((one) => one.agencyId === chosen);
  return <>
    {seated.length === 0 ? <p class="empty">{t('seatNobody')}</p>
      : Map ? <Map of={of} chosen={chosen} choose={choose} open={setOpen} /> : <p class="empty">{t('loading')}</p>}
    <div role="status">{picked && <div class="note" id="pilihan" tabIndex={-1}>
      <b>{picked.name}</b><State of={picked} />
      <span class="do"><a href={pageOf(picked)}>{t('seatOpen')}<span class="vh"> {picked.name}</span></a>
        <a href={`#baris-${picked.agencyId}`}>{t('seatRow')}</a></span></div>}</div>
    <ul class="legend">{KINDS.map(({ kind, word }, i) => {
      const n = seated.filter((one) => kindOf(one) === i).length;
      return n > 0 && <li key={kind}><Mark kind={i} />{t(word)} <b>{number(n)}</b></li>;
    })}</ul>
    {seated.length > 0 && <p class="tiny">{t('seatNote')}</p>}
    <div role="status">{open.length > 0 && <Group of={open} chosen={chosen} choose={choose} />}</div>
    {others.length > 0 && <details><summary>{t('seatNone', { n: number(others.length) })}</summary>
      <ul class="list people">{others.map((one) => <li key={one.agencyId}>
        <Mark kind={kindOf(one)} /> <a href={pageOf(one)}>{one.name}</a>, {t(KINDS[kindOf(one)]!.word)}</li>)}</ul>
    </details>}
  </>;
}

/** Agencies that lie too close to be told apart. */
function Group({ of, chosen, choose }: { of: Agency[]; chosen: string; choose: (id: string) => void }) {
  const [most, setMost] = useState(15);
  return <>
    <h3>{t('seatGroup', { n: number(of.length) })}</h3>
    <ul class="list people">{of.slice(0, most).map((one) => <li key={one.agencyId}>
      <button class="btn quiet" aria-pressed={one.agencyId === chosen} onClick={() => choose(one.agencyId)}>
        {one.name}</button>
      <span class="under"><Mark kind={kindOf(one)} /> {t(KINDS[kindOf(one)]!.word)}</span></li>)}</ul>
    <More of={of.length} shown={most} step={15} show={setMost} />
  </>;
}

const Time = ({ of }: { of: InForce }) => <>
  <Gaps of={of} />
  <table class="rows"><thead><tr>
    <th scope="col">{t('timeKind')}</th><th scope="col">{t('timeHolds')}</th></tr></thead>
    <tbody>{of.policies.map((one) => <tr key={one.kind}><th scope="row"><code>{one.kind}</code></th>
      <td><code>{one.name}</code>
        <span class="under">{t(one.source === 'national' ? 'timeNational' : 'timeShipped')}</span></td></tr>)}</tbody>
  </table>
</>;

function Trial({ of }: { of: Pilots }) {
  return <>
    <p class="tiny">{t('pilotsLead', { date: day(of.announcedOn) })}</p>
    {of.waves.map((wave) => <Fragment key={wave.number}>
      <h3>{t('pilotsWave', { n: wave.number })}{wave.from && `: ${day(wave.from, SHORT)}`}</h3>
      <ul class="list people">{of.agencies.filter((one) => one.wave === wave.number)
        .map((one) => <li key={one.name}>{one.name}</li>)}</ul></Fragment>)}
  </>;
}
