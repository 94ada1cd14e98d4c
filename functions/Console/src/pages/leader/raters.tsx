// Raters beside their peers, by name and never by severity, and the reason of whoever stands apart.
import { call, fault } from '../../api';
import { Form, textOf } from '../../form';
import { Id, Section } from '../../parts';
import { session } from '../../session';
import { number, t, type Word } from '../../words';

interface Figures { rated: number; meanScore?: number; scoreSpread?: number }
export interface Rater {
  raterId: string; own: Figures; peers: Figures; standing: string; reasonMissing: boolean; reason?: { reason: string };
}

const STANDINGS: Record<string, Word> = {
  within: 'raterWithin', outlier: 'raterApart', tooFew: 'raterTooFew', noPeers: 'raterNoPeers',
};

export function Raters({ of, path, again }: { of: Rater[]; path: string; again: () => void }) {
  const own = of.find((one) => one.raterId === session()!.person);
  const axis = axisOf(of);
  return <Section title={t('raters')}>
    <p>{t('ratersLead')}</p>
    {of.length === 0 ? <p class="empty">{t('ratersNone')}</p> : <>
      <table class="rows"><thead><tr><th scope="col">{t('rater')}</th>
        <th scope="col" class="wide">{t('scale', { from: number(axis[0]), to: number(axis[1]) })}</th>
        <th scope="col" class="number">{t('meanScore')}</th>
        <th scope="col" class="number">{t('peersMean')}</th>
        <th scope="col" class="wide">{t('raterStanding')}</th></tr></thead>
      <tbody>{of.map((one) => <tr key={one.raterId}>
        <th scope="row"><Id of={one.raterId} />{one === own && ` (${t('you')})`}
          <span class="under">{t('ratedN', { n: number(one.own.rated) })}<span class="narrow">
            , {t(STANDINGS[one.standing] ?? 'statusOther')}</span></span></th>
        <td class="wide"><Beside of={one} axis={axis} /></td>
        <td class="number">{textOfFigures(one.own)}</td>
        <td class="number">{textOfFigures(one.peers)}</td>
        <td class="wide">{t(STANDINGS[one.standing] ?? 'statusOther')}
          {one.reason && <q>{one.reason.reason}</q>}
          {one.reasonMissing && <span class="under">{t('reasonMissing')}</span>}</td></tr>)}</tbody></table></>}
    {own && <Reason of={own} path={path} again={again} />}
  </Section>;
}

function textOfFigures(of: Figures) {
  return of.meanScore === undefined ? '–'
    : <>{number(of.meanScore, 2)}{of.scoreSpread !== undefined && <span class="under">± {number(of.scoreSpread, 2)}
    </span>}</>;
}

/** One scale for all of them, in tens of points. */
function axisOf(of: Rater[]): [number, number] {
  const ends = of.flatMap(({ own, peers }) => [own, peers]).filter((one) => one.meanScore !== undefined)
    .flatMap((one) => [one.meanScore! - (one.scoreSpread ?? 0), one.meanScore! + (one.scoreSpread ?? 0)]);
  return ends.length === 0 ? [0, 120]
    : [Math.floor(Math.min(...ends) / 10) * 10, Math.ceil((Math.max(...ends) + 0.1) / 10) * 10];
}

/** The own mean is a block in a band of its spread, the peers' mean a line; of too few there is no band. */
function Beside({ of: { own, peers, standing }, axis: [from, to] }: { of: Rater; axis: [number, number] }) {
  const at = (score: number) => 100 * (score - from) / (to - from);
  const spread = standing === 'tooFew' ? 0 : own.scoreSpread ?? 0;
  return <svg class="length beside" aria-hidden="true">
    {own.meanScore !== undefined && <>
      <rect class="band" x={`${at(own.meanScore - spread)}%`} y="5" height="6"
        width={`${at(own.meanScore + spread) - at(own.meanScore - spread)}%`} />
      <svg x={`${at(own.meanScore)}%`} overflow="visible">
        <rect class="mean" x="-4" y="2" width="8" height="12" /></svg></>}
    {peers.meanScore !== undefined
      && <line x1={`${at(peers.meanScore)}%`} x2={`${at(peers.meanScore)}%`} y1="0" y2="16" />}
  </svg>;
}

function Reason({ of, path, again }: { of: Rater; path: string; again: () => void }) {
  const send = async (form: FormData) => {
    const reason = textOf(form, 'words');
    if (reason === '') {
      throw fault(t('reasonEmpty'));
    }
    await call(`${path}/reasons/${of.raterId}`, { reason }, 'PUT');
    return t('reasonKept');
  };
  return <>
    {of.reasonMissing && <p class="note waits">{t('reasonOwed')}</p>}
    {of.reason && <p>{t('reasonOwn')}<q>{of.reason.reason}</q></p>}
    <details open={of.reasonMissing}><summary>{t(of.reason ? 'reasonChange' : 'reasonWrite')}</summary>
      <Form send={send} button={t('reasonSend')} then={again}>
        <label for="rater-reason">{t('reason')}</label>
        <p class="tiny" id="rater-reason-hint">{t('raterReasonHint')}</p>
        <textarea id="rater-reason" name="words" maxLength={1000} aria-describedby="rater-reason-hint"
          defaultValue={of.reason?.reason} /></Form></details>
  </>;
}
