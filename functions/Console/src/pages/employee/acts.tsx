// Acts that are open to a person now, questionnaires among them, what is due first first, each with the last day on
// which it is sure.
import { called } from '../../names';
import { day, number, t, type Word } from '../../words';
import { answerPage, type OpenSurvey } from './asked';
import { address } from './told';

interface Act { act: string; period: string; until?: string; employeeId?: string; count?: number }
export interface Me { acts: Act[]; waiting: { unseen: number; corrections: number; reviews: number } }

const ACTS: Record<string, Word> = {
  object: 'actObject', beHeard: 'actBeHeard', withdraw: 'actWithdraw', decide: 'actDecide', rate: 'actRate',
};

/** What has no end stands last. */
const LAST = '9999';

export function Acts({ of, surveys }: { of: Me; surveys: OpenSurvey[] }) {
  const { acts, waiting: { corrections } } = of;
  const open = [
    ...acts.map((one) => ({ until: one.until, words: wordsOf(one), page: pageOf(one) })),
    ...surveys.filter((one) => !one.answeredAt).map((one) => ({
      until: one.lastDay, words: t('actAnswer', { title: one.title }), page: answerPage(one) })),
  ].sort((a, b) => (a.until ?? LAST).localeCompare(b.until ?? LAST));
  return open.length === 0 && corrections === 0 ? <p class="empty">{t('actsNone')}</p>
    : <ul class="list">
      {open.map((one, at) => <Open key={at} {...one} />)}
      {corrections > 0 && <li><p>{t('actCorrections', { n: number(corrections) })}</p>
        <p class="do"><a href={address('tim', {}, '#koreksi')}>{t('goThere')}
          <span class="vh">: {t('actCorrections', { n: number(corrections) })}</span></a></p></li>}
    </ul>;
}

const wordsOf = (of: Act) =>
  t(of.act === 'beHeard' && of.employeeId ? 'actBeHeardAsRater' : ACTS[of.act] ?? 'statusOther', {
    period: of.period, who: called(of.employeeId ?? ''), n: number(of.count ?? 0) });

function Open({ until, words, page }: { until?: string; words: string; page?: string }) {
  return <li><p><b>{words}</b>
    <span class="under">{until ? t('actUntil', { date: day(until) }) : t('actNoEnd')}</span></p>
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
