// The published ranking with the line where the top share ends.
import { useState } from 'preact/hooks';
import { call, Shown, useRead } from '../../api';
import { lastQuarter, useQuery } from '../../address';
import { Id, More, Period, Section, TOP } from '../../parts';
import { session } from '../../session';
import { lang, number, t, type Word } from '../../words';

interface Line {
  place: number; employeeId: string; predicate: string; score: number; behaviourScore: number; topShare: string;
}
interface Manifest {
  assessed: number; notAssessed: number; cap: number; inTopShare: number; tiedAtCap: number;
  belowMinimumCohort: boolean; pages: { number: number }[];
}

const FIRST = 15;

export function Ranking() {
  const { agency } = session()!;
  const [period, setPeriod] = useQuery('periode', lastQuarter());
  const run = `/agencies/${agency}/runs/${period}/ranking`;
  const read = useRead(async () => {
    const [manifest, page] = await Promise.all([
      call<Manifest>(`${run}/manifest`), call<{ lines: Line[] }>(run),
    ]);
    return { manifest, lines: page.lines };
  }, [period]);
  return <>
    <h1>{t('ranking')}</h1>
    <p class="lead">{t('rankingLead')}</p>
    <Period value={period} choose={setPeriod} />
    <Shown of={read}>{({ manifest, lines }) => <div class="stack">
      <dl class="facts card">
        <div><dt>{t('assessedCount')}</dt><dd>{number(manifest.assessed)}</dd></div>
        <div><dt>{t('notAssessedCount')}</dt><dd>{number(manifest.notAssessed)}</dd></div>
        <div><dt>{t('inTop')}</dt><dd>{number(manifest.inTopShare)}</dd></div>
        <div><dt>{t('tiedCount')}</dt><dd>{number(manifest.tiedAtCap)}</dd></div>
      </dl>
      <p class="note">{manifest.belowMinimumCohort ? t('smallCohort')
        : t(manifest.tiedAtCap > 0 ? 'capTied' : 'capLine', {
          cap: manifest.cap, assessed: manifest.assessed, tied: manifest.tiedAtCap })}</p>
      <Section title={t('rankingTable')}><Lines lines={lines} cap={manifest.cap} /></Section>
    </div>}</Shown>
    {read.problem?.status === 409 && <p>
      <a href={`/console/kantor/evaluasi?${new URLSearchParams({ periode: period, lang: lang() })}`}>
        {t('rankingHowFar')}</a></p>}
  </>;
}

function Lines({ lines, cap }: { lines: Line[]; cap: number }) {
  const [many, setMany] = useState(FIRST);
  const shown = lines.slice(0, many);
  return <>
    <table class="rows">
      <thead><tr><th scope="col">{t('place')}</th><th scope="col">{t('person')}</th>
        <th scope="col" class="number">{t('score')}</th>
        <th scope="col" class="number wide">{t('behaviour')}</th>
        <th scope="col" class="wide">{t('topShare')}</th></tr></thead>
      <tbody>{shown.map((line, at) => <>
        {cap > 0 && at === cap && <tr class="cap" key="cap">
          <th scope="row" colSpan={5}>{t('capHere', { cap })}</th></tr>}
        <tr key={line.employeeId} class={line.topShare === 'tiedAtCap' ? 'tied' : undefined}>
          <td>{number(line.place)}</td>
          <th scope="row"><Id of={line.employeeId} />
            <span class="under"><i class={`chip ${line.predicate}`} aria-hidden="true" />
              {t(line.predicate as Word)}<span class="narrow">, {t(TOP[line.topShare] ?? 'topOut')}</span></span></th>
          <td class="number">{number(line.score, 2)}</td>
          <td class="number wide">{number(line.behaviourScore, 2)}</td>
          <td class="wide">{t(TOP[line.topShare] ?? 'topOut')}</td>
        </tr></>)}</tbody>
    </table>
    <More of={lines.length} shown={many} step={50} show={setMany} />
  </>;
}
