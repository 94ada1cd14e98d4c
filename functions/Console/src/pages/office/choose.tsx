// What the register has, to be chosen from: units as they stand below one another, posts, and people of a unit.
import { useEffect, useState } from 'preact/hooks';
import { all, useRead } from '../../api';
import { Pick } from '../../form';
import { called } from '../../names';
import { session } from '../../session';
import { t } from '../../words';
import type { Unit } from './tree';

export interface Post { id: string; name: string }

/** What the page has read of the register on its day. */
export interface Known { on: string; began: string; units: Unit[]; posts: Post[] }

const PAGES = 40;

/** The register that forms choose from. */
export const readKnown = async (on: string): Promise<Known> => {
  const root = `/agencies/${session()!.agency}`;
  const [units, posts] = await Promise.all([
    all<Unit>(`${root}/units?on=${on}`, 'units', PAGES), all<Post>(`${root}/posts?on=${on}`, 'posts', PAGES)]);
  return { on, began: '', units, posts };
};

/** Units in the order of the tree, each with its depth; none is missing, also where its parent is. */
export function inOrder(units: Unit[]): [Unit, number][] {
  const ids = new Set(units.map((one) => one.id));
  const below = (parent: string, depth: number): [Unit, number][] => units
    .filter((one) => (one.parentId && ids.has(one.parentId) ? one.parentId : '') === parent)
    .flatMap((one) => [[one, depth] as [Unit, number], ...below(one.id, depth + 1)]);
  return below('', 0);
}

interface Props { id: string; name: string; label: string; hint?: string; given?: string }

/** A unit that goes on, or the one that is given. */
export function UnitPick({ units, choose, ...field }: Props & { units: Unit[]; choose?: (id: string) => void }) {
  return <Pick {...field} choose={choose} options={inOrder(units)
    .filter(([one]) => one.active || one.id === field.given)
    .map(([one, depth]) => [one.id, `${'– '.repeat(depth)}${one.name}`])} />;
}

export const PostPick = ({ posts, ...field }: Props & { posts: Post[] }) =>
  <Pick {...field} options={posts.map((one) => [one.id, one.name])} />;

/** Heads of a unit and of those above it, from the nearest on. */
function headsAbove(units: Unit[], unit: string) {
  const byId = new Map(units.map((one) => [one.id, one]));
  const heads: string[] = [];
  const passed = new Set<string>();
  for (let at = byId.get(unit); at && !passed.has(at.id); at = byId.get(at.parentId ?? '')) {
    passed.add(at.id);
    heads.push(...at.headId ? [at.headId] : []);
  }
  return heads;
}

/** A person, found by the unit: its heads and those above first, then its people. */
export function PersonPick({ known, unit, not, ...field }: Props & { known: Known; unit: string; not?: string }) {
  const [other, setOther] = useState('');
  useEffect(() => setOther(''), [unit]);
  const where = other || unit;
  const people = useRead(async () => where === '' ? [] : (await all<{ id: string }>(
    `/agencies/${session()!.agency}/employees?unit=${where}&on=${known.on}`, 'employees', PAGES))
    .map((one) => one.id).sort(), [where, known.on]);
  const ids = [...new Set([...field.given ? [field.given] : [], ...headsAbove(known.units, where),
    ...people.value ?? []])].filter((id) => id !== not);
  return <div class="facts-form">
    <UnitPick id={`${field.id}-unit`} name={`${field.name}-unit`} label={t('pickFromUnit')} given={unit}
      units={known.units} choose={setOther} key={unit} />
    <Pick {...field} options={ids.map((id) => [id, called(id)])} />
  </div>;
}
