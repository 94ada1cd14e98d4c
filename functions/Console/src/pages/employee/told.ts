// What a notice is about, and the page of the console on which one sees to it, if this person has it.
import { may } from '../../session';
import { lang } from '../../words';

export interface Told {
  id: string; code: string; text: string; at: string; seenAt?: string;
  about: { employeeId?: string; period?: string; date?: string };
}

const SCOPES = {
  'saya': 'corrections.write', 'saya/hasil': 'objections.write', 'saya/harian': 'plans.write',
  'saya/survei': 'surveys.answer',
  'tim': 'rulings.decide', 'tim/nilai': 'ratings.write', 'tim/harian': 'plans.agree', 'tim/isyarat': 'reviews.decide',
};

/** A page's address with its query, or nothing where the token opens it not; the language goes along. */
export function address(page: keyof typeof SCOPES, query: Record<string, string>, part = '') {
  return may(SCOPES[page])
    ? `/console/${page}?${new URLSearchParams({ ...query, ...(lang() === 'en' ? { lang: 'en' } : {}) })}${part}`
    : undefined;
}

export function pageOf({ code, about: { period = '', date = '' } }: Told) {
  switch (code) {
    case 'objectionFiled': case 'objectionOverdue': return address('tim', { periode: period }, '#keberatan');
    case 'objectionDecided': case 'resultPublished': return address('saya/hasil', { periode: period });
    case 'correctionRequested': return address('tim', {}, '#koreksi');
    case 'rulingPassed': case 'rulingObjected': return address('tim', {}, '#hari');
    case 'correctionDecided': case 'rulingMade': case 'rulingDecided':
      return address('saya', { bulan: date.slice(0, 7), hari: date });
    case 'reviewOpened': return address('tim/isyarat', {});
    case 'dailyEntriesWaiting': return address('tim/harian', {});
    case 'dailyEntriesReturned': return address('saya/harian', {});
    case 'ratingsMissing': case 'runHeld': return address('tim/nilai', { periode: period });
    default: return undefined;
  }
}
