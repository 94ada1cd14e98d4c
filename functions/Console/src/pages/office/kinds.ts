// The kinds of files that come in, by the API's names, and the scope that writes the same one by one.
import { may } from '../../session';
import type { Word } from '../../words';

export type Kind = 'people' | 'units' | 'posts' | 'leave' | 'calendar' | 'ratings';

interface Of { word: Word; hint: Word; scope: string; ofPeople: boolean }

export const KINDS: Record<Kind, Of> = {
  people: { word: 'kindPeople', hint: 'kindPeopleHint', scope: 'register.write', ofPeople: true },
  units: { word: 'kindUnits', hint: 'kindUnitsHint', scope: 'register.write', ofPeople: false },
  posts: { word: 'kindPosts', hint: 'kindPostsHint', scope: 'register.write', ofPeople: false },
  leave: { word: 'kindLeave', hint: 'kindLeaveHint', scope: 'leave.write', ofPeople: true },
  calendar: { word: 'kindCalendar', hint: 'kindCalendarHint', scope: 'policies.write', ofPeople: false },
  ratings: { word: 'kindRatings', hint: 'kindRatingsHint', scope: 'ratings.write', ofPeople: true },
};

export const isKind = (text: string): text is Kind => text in KINDS;

export const kinds = () => Object.keys(KINDS) as Kind[];

export const mayBring = (kind: Kind) => may('imports.write') && may(KINDS[kind].scope);
