// Acts that are open to a person now, what is due first first, each with the last day on which it is sure.
import { called } from '../../names';
import { day, number, t, type Word } from '../../words';
import { address } from './told';

interface Act { act: string; period: string; until?: string; employeeId?: string; count?: number }
export interface Me { acts: Act[]; waiting: { unseen: number; corrections: number; reviews: number } }

const ACTS: Record<string, Word> = {
  object: 'actObject', beHeard: 'actBeHeard', withdraw: 'actWithdraw', decide: 'actDecide', rate: 'actRate',
};

export function Acts({ of }: { of: Me }) {
  const { acts, waiting: { corrections } } = of;
  return acts.length === 0 && corrections === 0 ? <p class="empty">{t('actsNone')}</p>
    : <ul class="list">
      {acts.map((one, at) => <Open key={at} of={one} />)}
      {corrections > 0 && <li><p>{t('actCorrections', { n: number(corrections) })}</p>
        <p class="do"><a href={address('tim', {}, '#koreksi')}>{t('goThere')}
          <span class="vh">: {t('actCorrections', { n: number(corrections) })}</span></a></p></li>}
    </ul>;
}

function Open({ of }: { of: Act }) {
  const words = t(of.act === 'beHeard' && of.employeeId ? 'actBeHeardAsRater' : ACTS[of.act] ?? 'statusOther', {
    period: of.period, who: called(of.employeeId ?? ''), n: number(of.count ?? 0) });
  const page = pageOf(of);
  return <li><p><b>{words}</b>
    <span class="under">{of.until ? t('actUntil', { date: day(of.until) }) : t('actNoEnd')}</span></p>
    {page ? <p class="do"><a href={page}>{t('goThere')}<span class="vh">: {words}</span></a></p>
      : <p class="tiny">{t('actElsewhere')}</p>}</li>;
}

function pageOf({ act, period, employeeId }: Act) {
  switch (act) {
    case 'object': case 'withdraw': return address('saya/hasil', { periode: period });
    case 'beHeard': return employeeId ? address('tim', { periode: period }, '#didengar')
      : address('saya/hasil', { periode: period });
    case 'decide': return address('tim', { periode: period }, '#keberatan');
    case 'rate': return address('tim/nilai', { periode: period });
    default: return undefined;
  }
}
