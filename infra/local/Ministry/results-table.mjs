// The table of results over all that came: of each period the newest revision that came whole and is right. What is not
// right is never in it; `waits` tells of it.

import { hexOf } from './hashes.mjs';
import { peopleOf } from './ranking.mjs';
import { periodsOf } from './results-periods.mjs';

/** The table's lines: one for a period, then one for each of its people. */
export async function tableOf(events, keys) {
  const periods = await periodsOf(events, keys);
  return (await Promise.all(periods.map(linesOf))).flat();
}

/** The lines of one period. */
export async function linesOf({ agency, period, state, ranking, notAssessed, lacks }) {
  const waits = lacks.map(textOf);
  if (ranking === undefined) {
    return [{ agency, period, state, assessed: 0, notAssessed: 0, inTopShare: 0, waits }];
  }
  const { json, bytes } = ranking.manifest;
  const people = [
    ...peopleOf(ranking).map(({ employeeId, place, predicate, score, topShare }) => (
      { agency, period, employeeId, place, predicate, score, topShare })),
    ...notAssessed.map(({ employeeId, notAssessed: why }) => ({ agency, period, employeeId, notAssessed: why })),
  ];
  return [
    {
      agency,
      period,
      revision: json.revision,
      state,
      assessed: json.assessed,
      notAssessed: json.notAssessed,
      inTopShare: json.inTopShare,
      manifestSha256: await hexOf(bytes),
      waits,
    },
    ...people,
  ];
}

function textOf({ what, revision, page, pages, came }) {
  switch (what) {
    case 'manifest': return `the manifest of revision ${revision}${came ? ': its seal does not hold' : ''}`;
    case 'page': return `page ${page} of revision ${revision}${came ? ': other bytes came' : ''}`;
    case 'contradiction': return `revision ${revision}, which contradicts itself or the one before`;
    case 'finalPage': return `final page ${page} of ${pages}${came ? ': it belongs to another result' : ''}`;
    case 'finalPeople': return 'final pages that agree with the ranking';
    default: return 'the final pages: their seal does not hold';
  }
}
