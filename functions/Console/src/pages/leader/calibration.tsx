// A leader's calibration of a period: the units answered for, against their pattern; the own judgements beside others'.
import { call, Shown, useRead } from '../../api';
import { lastQuarter, useQuery } from '../../address';
import { Id, NOT_ASSESSED, Period, Section } from '../../parts';
import { session } from '../../session';
import { number, t, type Word } from '../../words';
import { NineBox, type Box } from './ninebox';
import { Pattern, type Counts, type Limit } from './pattern';
import { Raters, type Rater } from './raters';

interface Unit {
  unitId?: string; name?: string; level?: string; assessed: number; notAssessed: number; found: Counts; boxes: Box[];
  standing: string; canHold: boolean; limits: Limit[];
}
interface Pack {
  revision: number; state: string; units: Unit[]; raters: Rater[];
  notAssessed: { employeeId: string; reason: string }[];
}

const STANDINGS: Record<string, Word> = {
  kept: 'patternKept', breached: 'patternBreached', tooSmall: 'patternTooSmall',
  noUnitPerformance: 'patternNoLevel', nobodyAssessed: 'patternNobody',
};
const LEVELS: Record<string, Word> = {
  outstanding: 'outstanding', good: 'good', needsImprovement: 'needsImprovement', poor: 'poor', veryPoor: 'veryPoor',
};

export function Calibration() {
  const { agency, person } = session()!;
  const [period, setPeriod] = useQuery('periode', lastQuarter());
  const path = `/agencies/${agency}/runs/${period}/calibration`;
  const read = useRead(() => call<Pack>(`${path}?raterId=${person}`), [period]);
  return <>
    <h1>{t('calibration')}</h1>
    <p class="lead">{t('calibrationLead')}</p>
    <Period value={period} choose={setPeriod} />
    <Shown of={read}>{(pack) => <div class="stack">
      <p class="note">{t('neverForced')} {t('revisionOf', { n: pack.revision })},{' '}
        {t(pack.state === 'final' ? 'runFinal' : 'runOpen')}.</p>
      {pack.units.length === 0 && <p class="empty">{t('calibrationNoUnit')}</p>}
      {pack.units.map((unit) => <OneUnit key={unit.unitId ?? ''} of={unit} />)}
      <Raters of={pack.raters} path={path} again={read.again} />
      {pack.notAssessed.length > 0 && <Section title={t('notAssessedCount')}>
        <ul class="people">{pack.notAssessed.map((one) => <li key={one.employeeId}>
          <Id of={one.employeeId} /> {t(NOT_ASSESSED[one.reason] ?? 'statusOther')}</li>)}</ul></Section>}
    </div>}</Shown>
  </>;
}

function OneUnit({ of }: { of: Unit }) {
  const name = of.name ?? of.unitId ?? t('wholeAgency');
  return <Section title={name}>
    <dl class="facts">
      <div><dt>{t('unitLevel')}</dt><dd>{t(LEVELS[of.level ?? ''] ?? 'notSet')}</dd></div>
      <div><dt>{t('assessedCount')}</dt><dd>{number(of.assessed)}</dd></div>
      <div><dt>{t('notAssessedCount')}</dt><dd>{number(of.notAssessed)}</dd></div>
    </dl>
    <p class={`note ${of.standing === 'kept' ? 'ok' : of.standing === 'breached' ? 'waits' : ''}`}>
      {t(STANDINGS[of.standing] ?? 'statusOther')}{!of.canHold && ` ${t('patternCannot')}`}</p>
    {of.assessed > 0 && <div class="two even">
      <div><h3>{t('nineBox')}</h3><NineBox of={of.boxes} unit={name} /></div>
      <div><h3>{t('distribution')}</h3><Pattern found={of.found} limits={of.limits} assessed={of.assessed} /></div>
    </div>}
  </Section>;
}
