// What was checked of a revision, and how it came out, in words.
import type { Lack, PeriodResult, Revision } from 'ministry/results-periods.mjs';
import { number, t, timeHere } from '../../words';

export type Outcome = 'proved' | 'notProved' | 'toCome' | 'none';
export type Check = [Outcome, string];

/** A revision, in the order in which it is checked; what was final of it where it is the one that counts. */
export function checksOf(one: Revision, of: PeriodResult): Check[] {
  return [seal(one), ...(one.manifest ? [pages(one), ...contents(one), before(one)] : []),
    ...(one === of.ranking ? [final(of)] : [])];
}

function seal({ revision, manifest, lacks }: Revision): Check {
  return manifest ? ['proved', t('checkSeal', { time: timeHere(manifest.says.publishedAt) })]
    : lacks[0]?.came ? ['notProved', t('checkSealNot', { n: revision })]
      : ['toCome', t('checkSealLater', { n: revision })];
}

function pages({ manifest, missing, other }: Revision): Check {
  return other.length > 0 ? ['notProved', t('checkPagesNot', { pages: few(other) })]
    : missing.length > 0 ? ['toCome', t('checkPagesLater', { pages: few(missing) })]
      : ['proved', t('checkPages', { n: number(manifest!.json.pages.length) })];
}

/** The chain, the tree over the lines, and the counts: only once every page is there. */
function contents({ manifest, faults }: Revision): Check[] {
  if (!faults) {
    return [['toCome', t('checkContentsLater')]];
  }
  const isPage = (fault: string) => fault.startsWith('page');
  const others = faults.filter((fault) => fault !== 'chain' && fault !== 'lines' && !isPage(fault));
  return [
    faults.includes('chain') ? ['notProved', t('checkChainNot')] : ['proved', t('checkChain')],
    faults.some((fault) => fault === 'lines' || isPage(fault)) ? ['notProved', t('checkLinesNot')]
      : ['proved', t('checkLines', { n: number(manifest!.json.assessed) })],
    others.length > 0 ? ['notProved', t('checkCountsNot')] : ['proved', t('checkCounts')],
  ];
}

function before({ manifest, before: how }: Revision): Check {
  const n = manifest!.json.supersedes?.revision ?? 0;
  return how === 'first' ? ['none', t('checkFirst')]
    : how === 'replaced' ? ['proved', t('checkReplaced', { n })]
      : how === 'another' ? ['notProved', t('checkAnother', { n })] : ['none', t('checkUnseen', { n })];
}

function final({ final: pages, lacks }: PeriodResult): Check {
  const lack = lacks.find((one) => one.what.startsWith('final'));
  return pages?.says?.finalSince
    ? ['proved', t('checkFinal', { n: number(pages.right), time: timeHere(pages.says.finalSince) })]
    : !lack ? ['none', t('checkNotFinal')] : [lack.came ? 'notProved' : 'toCome', lackOf(lack)];
}

/** What a period waits for, or what of it is not proved. */
export function lackOf({ what, revision = 0, page = 0, pages: all = 0, came }: Lack) {
  switch (what) {
    case 'manifest': return t(came ? 'checkSealNot' : 'checkSealLater', { n: revision });
    case 'page': return t(came ? 'lackPageNot' : 'lackPage', { page, n: revision });
    case 'contradiction': return t('lackContradiction', { n: revision });
    case 'finalPage': return t(came ? 'lackFinalNot' : 'lackFinal', { page, all });
    case 'finalPeople': return t('lackFinalPeople');
    default: return t('lackFinalSeal');
  }
}

/** The first of many. */
const few = (numbers: number[]) => `${numbers.slice(0, 10).join(', ')}${numbers.length > 10 ? ' …' : ''}`;
