// One agency for the national operator: how its last periods went, where its office is, what time documents lack.
import { call, fault, send, Shown, useRead } from '../../api';
import { lastQuarter, quarterOf, today, useQuery } from '../../address';
import { Form } from '../../form';
import { Section } from '../../parts';
import { may } from '../../session';
import { lang, number, t } from '../../words';
import { SeatMap } from './map';
import { Gaps, isSeated, Numbers, PREDICATES, State, type Agency, type InForce } from './shown';

/** The last four quarters that were over, newest first, with the year that was over last. */
function lastPeriods() {
  const quarters = [lastQuarter()];
  while (quarters.length < 4) {
    const [year, quarter] = quarters.at(-1)!.split('-Q').map(Number) as [number, number];
    quarters.push(quarter > 1 ? `${year}-Q${quarter - 1}` : `${year - 1}-Q4`);
  }
  return [...quarters, String(Number(today().slice(0, 4)) - 1)].sort().reverse();
}

type Found = [period: string, agency?: Agency];

/** Today's quarter tells who it is and where, also of an agency that began in it. */
async function read(id: string): Promise<Found[]> {
  const find = async (period: string): Promise<Found> => [period, (await call<{ agencies: Agency[] }>(
    `/national/results/${period}?${new URLSearchParams({ agency: id })}`)).agencies[0]];
  return await Promise.all([quarterOf(today()), ...lastPeriods()].map(find));
}

export function OneAgency() {
  const [id] = useQuery('id', '');
  const found = useRead(() => read(id), [id]);
  const time = useRead(() => call<InForce>(`/national/policies?on=${today()}`), []);
  const named = found.value?.find(([, one]) => one)?.[1];
  return <>
    <p class="back"><a href={`/console/nasional?${new URLSearchParams({ lang: lang() })}`}>{t('oneBack')}</a></p>
    <h1>{named?.name ?? t('agency')}</h1>
    <p class="lead"><code>{id}</code></p>
    <div class="stack">
      <Shown of={found}>{([, ...past]) => !named ? <p class="empty">{t('oneNone')}</p> : <>
        <Section title={t('onePeriods')}><Periods of={past} id={id} /></Section>
        <Section title={t('oneSeat')}>{isSeated(named)
          ? <><figure><SeatMap of={named} />
            <figcaption>{t(named.seat.latitude < 0 ? 'oneSouth' : 'oneNorth', {
              latitude: number(Math.abs(named.seat.latitude), 2, 4),
              longitude: number(named.seat.longitude, 2, 4) })}</figcaption></figure>
          {may('national.write') && <TakeSeat id={id} then={found.again} />}</>
          : <p class="empty">{t('oneUntold')}</p>}</Section>
        <Section title={t('nationalTime')}><p class="tiny">{t('oneTime')}</p>
          <Shown of={time}>{(value) => <Gaps of={value} />}</Shown></Section>
      </>}</Shown>
    </div>
  </>;
}

/** Asked twice, since only the agency can tell it again. */
function TakeSeat({ id, then }: { id: string; then: () => void }) {
  const take = async (form: FormData) => {
    if (form.get('sure') === null) {
      throw fault(t('mendFields'), { sure: t('seatTick') });
    }
    await send(`/national/agencies/${encodeURIComponent(id)}/seat`, undefined, 'DELETE');
    return t('seatTaken');
  };
  return <details><summary>{t('seatTake')}</summary><Form send={take} button={t('seatTakeSend')} then={then}>
    <p class="tiny">{t('seatHint')}</p>
    <label class="option"><input type="checkbox" id="sure" name="sure" /> {t('seatSure')}</label>
  </Form></details>;
}

/** A period in which the agency had no day is told as such, and no run is missed in it. */
function Periods({ of, id }: { of: Found[]; id: string }) {
  return <>
    {of.some(([, one]) => one?.predicates) && <ul class="legend">{PREDICATES.map((one) =>
      <li key={one}><span class={`chip ${one}`} />{t(one)}</li>)}</ul>}
    <table class="rows"><thead><tr><th scope="col">{t('period')}</th><th scope="col">{t('state')}</th></tr></thead>
      <tbody>{of.map(([period, one]) => <tr key={period}>
        <th scope="row">{one ? <a href={`/console/nasional?${new URLSearchParams({
          periode: period, instansi: id, lang: lang() })}`}>{period}</a> : period}{one && <Numbers of={one} />}</th>
        <td>{one ? <State of={one} /> : t('oneBefore')}</td></tr>)}</tbody></table>
  </>;
}
