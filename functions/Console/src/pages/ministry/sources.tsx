// Another ministry's page: which agencies publish results, and what came of the one that is chosen.
import { useState } from 'preact/hooks';
import { all, Shown, useRead } from '../../api';
import { useQuery } from '../../address';
import { More, Section } from '../../parts';
import { number, t } from '../../words';
import { AgencyResults } from './agency';
import { Choose, pageOf, type Source } from './choose';

const FIRST = 15;
/** Of 100 agencies each. */
const PAGES = 50;

export function Ministry() {
  const [agency, setAgency] = useQuery('instansi', '');
  const [period, setPeriod] = useQuery('periode', '');
  const sources = useRead(() => all<Source>('/event-sources', 'agencies', PAGES), []);
  const choose = (next: string) => {
    setPeriod('');
    setAgency(next);
  };
  return <>
    <h1>{t('ministry')}</h1>
    <p class="lead">{t('ministryLead')}</p>
    <Shown of={sources}>{(found) => {
      const chosen = found.find((one) => one.agencyId === agency);
      const list = <Sources of={found} chosen={agency} choose={choose} />;
      return <div class="stack">
        {agency !== '' && !chosen && <p class="note bad">{t('sourceUnknown', { id: agency })}</p>}
        <Section title={t('sources')}>{!chosen || found.length === 1 ? list
          : <details><summary>{t('sourceOthers', { n: number(found.length - 1) })}</summary>{list}</details>}
        </Section>
        {chosen && <AgencyResults key={agency} of={chosen} period={period} choose={setPeriod} />}
      </div>;
    }}</Shown>
  </>;
}

/** By name; those whose name or id holds what was typed. */
function Sources({ of, chosen, choose }: { of: Source[]; chosen: string; choose: (id: string) => void }) {
  const [words, setWords] = useState('');
  const [most, setMost] = useState(FIRST);
  const wanted = words.trim().toLowerCase();
  const found = of.filter((one) => `${one.name} ${one.agencyId}`.toLowerCase().includes(wanted))
    .sort((a, b) => a.name.localeCompare(b.name));
  return <>
    {of.length > FIRST && <>
      <label for="cari">{t('sourceFind')}</label>
      <input id="cari" type="search" autocomplete="off" value={words}
        onInput={(event) => setWords(event.currentTarget.value)} />
      <div role="status">{wanted !== ''
        && <p class="tiny">{t('sourceFound', { n: number(found.length) })}</p>}</div></>}
    {of.length === 0 ? <p class="empty">{t('sourceNone')}</p> : <ul class="list people">
      {found.slice(0, most).map((one) => <li key={one.agencyId}>
        <Choose to={pageOf(one.agencyId)} go={() => choose(one.agencyId)} isChosen={one.agencyId === chosen}
          focus="hasil">{one.name}</Choose> <code>{one.agencyId}</code>
        <span class="under">{one.newest === 0 ? t('sourceNothing') : t('sourceEvents', { n: number(one.newest) })}
        </span></li>)}</ul>}
    <More of={found.length} shown={most} step={FIRST} show={setMost} />
  </>;
}
