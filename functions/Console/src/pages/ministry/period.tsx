// One period: what was checked and how it came out, what it waits for, its table, and the table as files.
import { useMemo, useState } from 'preact/hooks';
import { peopleOf } from 'ministry/ranking.mjs';
import { hand } from '../../downloads';
import { Id, More, NOT_ASSESSED, Section, TOP } from '../../parts';
import { number, t, type Word } from '../../words';
import { checksOf, lackOf, type Outcome } from './checks';
import { csvOf, gapsOf, isForged, jsonLinesOf, type PeriodResult, type Received } from './received';
import { Standing, Tag } from './standing';

const FIRST = 15;
const MORE = 50;
/** A gap of more parts than these is named by its first ones. */
const GAPS = 6;

export function OnePeriod({ of, received }: { of: PeriodResult; received: Received }) {
  return <div class="stack" id="periode" tabIndex={-1}>
    <Section title={t('periodOf', { period: of.period })}><Proof of={of} received={received} /></Section>
    {of.ranking && <Section title={t('resultTable')}><Table of={of} /></Section>}
  </div>;
}

function Proof({ of, received }: { of: PeriodResult; received: Received }) {
  const forged = of.lacks.some(isForged);
  return <>
    <Standing of={of} />
    {of.lacks.length === 0 ? <p class="note ok">{t('resultProved', { n: of.ranking!.revision })}</p>
      : <div class={`note ${forged ? 'bad' : 'waits'}`}>
        <p><b>{t(forged ? 'resultNotProved' : 'resultLacking')}</b></p>
        <ul class="reasons">{of.lacks.map((one, at) => <li key={at}>{lackOf(one)}
          <Gaps of={gapsOf(one, of, received)} /></li>)}</ul>
        <p>{of.ranking ? t('resultStands', { n: of.ranking.revision }) : t('resultNothing')}</p>
      </div>}
    {of.revisions.toReversed().map((one) => <div class="revision" key={one.revision}>
      <h3>{t(one === of.ranking ? 'revisionCounts' : 'revisionWaits', { n: one.revision })}</h3>
      <ul class="checks">{checksOf(one, of).map(([outcome, words], at) => <li key={at}>
        <Tag of={MARKS[outcome]} /><span>{words}</span></li>)}</ul></div>)}
    {of.ranking && <details><summary>{t('proofDetails')}</summary>
      <dl class="plain-list"><dt>{t('resultSeal')}</dt><dd><code>{of.ranking.manifest.seal}</code></dd></dl>
    </details>}
  </>;
}

const MARKS: Record<Outcome, [Word, string]> = {
  proved: ['outcomeProved', 'inside'], notProved: ['outcomeNotProved', 'outside'],
  toCome: ['outcomeToCome', 'uncertain'], none: ['outcomeNone', ''],
};

const Gaps = ({ of }: { of: [number, number][] }) => of.length === 0 ? null : <span class="under">{t('lackNumbers', {
  numbers: of.slice(0, GAPS).map(([from, to]) => from === to ? number(from) : `${number(from)}–${number(to)}`)
    .join(', ') + (of.length > GAPS ? ' …' : '') })}</span>;

function Table({ of }: { of: PeriodResult }) {
  const [many, setMany] = useState(FIRST);
  const people = useMemo(() => peopleOf(of.ranking!), [of]);
  const { notAssessed } = of;
  const all = people.length + notAssessed.length;
  return <>
    {of.state !== 'final' && of.ranking!.manifest.json.notAssessed > 0 && <p class="tiny">
      {t('resultNotYetTold', { n: number(of.ranking!.manifest.json.notAssessed) })}</p>}
    <Files of={of} />
    <table class="rows"><thead><tr><th scope="col">{t('place')}</th><th scope="col">{t('person')}</th>
      <th scope="col" class="number">{t('score')}</th><th scope="col" class="wide">{t('topShare')}</th></tr></thead>
      <tbody>
        {people.slice(0, many).map((one) => <tr key={one.employeeId}>
          <td>{number(one.place)}</td>
          <th scope="row"><Id of={one.employeeId} />
            {one.unitId && <span class="under">{t('unit')} <code>{one.unitId}</code></span>}
            <span class="under"><i class={`chip ${one.predicate}`} aria-hidden="true" />
              {t(one.predicate as Word)}<span class="narrow">, {t(TOP[one.topShare] ?? 'topOut')}</span></span></th>
          <td class="number">{number(one.score, 2)}</td>
          <td class="wide">{t(TOP[one.topShare] ?? 'topOut')}</td></tr>)}
        {notAssessed.slice(0, Math.max(0, many - people.length)).map((one) => <tr key={one.employeeId}>
          <td>–</td><th scope="row"><Id of={one.employeeId} />
            <span class="under">{t(NOT_ASSESSED[one.notAssessed] ?? 'statusOther')}</span></th>
          <td class="number">–</td><td class="wide">–</td></tr>)}
      </tbody></table>
    <More of={all} shown={many} step={MORE} show={setMany} />
  </>;
}

/** Made in this browser, of what was proved. */
function Files({ of }: { of: PeriodResult }) {
  const [done, setDone] = useState('');
  const make = async (write: (of: PeriodResult) => Promise<string>, type: string, ending: string) =>
    setDone(hand(new Blob([await write(of)], { type }), `${of.agency}_results_${of.period}.${ending}`));
  return <>
    <ul class="downloads"><li><span>{t('resultFile')}</span>
      <button class="btn alt" onClick={() => void make(csvOf, 'text/csv', 'csv')}>
        CSV<span class="vh"> {t('resultFile')}</span></button>
      <button class="btn alt" onClick={() => void make(jsonLinesOf, 'application/jsonl', 'jsonl')}>
        JSONL<span class="vh"> {t('resultFile')}</span></button></li></ul>
    <div role="status">{done && <p class="tiny">{t('downloaded', { name: done })}</p>}</div>
  </>;
}
