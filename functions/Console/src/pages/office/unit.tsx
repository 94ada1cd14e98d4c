// A unit: a new one, another name, parent, zone or head from a day on, and its end; and a new post.
import { all, fault } from '../../api';
import { today } from '../../address';
import { Choice, Line, Pick, textOf } from '../../form';
import { session } from '../../session';
import { day, t, type Word } from '../../words';
import { Change, type Cells } from './change';
import { PersonPick, UnitPick, type Known } from './choose';
import { dayOf } from './move';
import type { Unit } from './tree';

const LONG = { dateStyle: 'long' } as const;
const ZONES: [string, Word][] = [
  ['Asia/Jakarta', 'zoneWest'], ['Asia/Makassar', 'zoneCentral'], ['Asia/Jayapura', 'zoneEast']];
const HEADS: [string, Word][] = [
  ['appointed', 'headAppointed'], ['acting', 'headActing'], ['dailyActing', 'headDaily']];
const yes = (is: boolean) => is ? 'ya' : 'tidak';
const YES_NO = (): [string, string][] => [['ya', t('rowYes')], ['tidak', t('rowNo')]];

interface Props { known: Known; then: (done: string) => void }

/** What a form lacks, by its fields. */
function needed(form: FormData, names: [string, Word][]) {
  const missing = names.filter(([name]) => textOf(form, name) === '');
  if (missing.length > 0) {
    throw fault(t('mendFields'), Object.fromEntries(missing.map(([name, word]) => [name, t(word)])));
  }
}

function Fields({ of, known }: { of?: Unit; known: Known }) {
  const at = of?.id ?? 'unit-new';
  return <>
    <Line id={`${at}-name`} name="name" label={t('unitName')} given={of?.name} most={200} />
    <Line id={`${at}-from`} name="from" type="date" label={t('changeFrom')} given={today()} />
    <UnitPick id={`${at}-parent`} name="parentId" label={t('unitParent')} hint={t('unitParentHint')}
      given={of?.parentId} units={known.units.filter((one) => one.id !== of?.id)} />
    <Pick id={`${at}-zone`} name="zone" label={t('unitZone')} hint={t('unitZoneHint')} given={of?.zone ?? ''}
      options={[...ZONES.map(([zone, word]) => [zone, t(word)] as [string, string]),
        ...(of && ZONES.every(([zone]) => zone !== of.zone) ? [[of.zone, of.zone] as [string, string]] : [])]} />
    <PersonPick id={`${at}-head`} name="headId" label={t('unitHead')} hint={t('changeMayBeEmpty')} given={of?.headId}
      known={known} unit={of?.id ?? ''} />
    <Pick id={`${at}-as`} name="headAs" label={t('unitHeadAs')} given={of?.headAs ?? 'appointed'}
      options={HEADS.map(([name, word]) => [name, t(word)])} />
    <Choice name="directService" label={t('unitService')} given={of && yes(of.directService)} options={YES_NO()} />
  </>;
}

const read = (form: FormData, id: string, began: string): Cells => {
  needed(form, [['name', 'unitSayName'], ['zone', 'unitPickZone'], ['directService', 'unitPickService']]);
  return { id, ...Object.fromEntries(['name', 'parentId', 'zone', 'headId', 'directService', 'headAs']
    .map((name) => [name, textOf(form, name)])), from: dayOf(form, 'from', began) };
};

const Past = ({ of }: { of: Cells }) => <>
  <p>{t('unitMeans', { date: day(of.from!, LONG) })}</p>
  {of.from! <= today() && <p>{t('changePast', { date: day(of.from!, LONG) })}</p>}</>;

export const NewUnit = ({ known, then }: Props) => <Change kind="units" then={then}
  cells={(form) => {
    needed(form, [['id', 'unitSayId']]);
    return read(form, textOf(form, 'id'), known.began);
  }}
  taken={(said) => t('unitTaken', { id: said.id! })} means={(said) => <Past of={said} />}
  done={(said) => t('unitDone', { name: said.name!, from: day(said.from!, LONG) })}>
  <Line id="unit-new-id" name="id" label={t('unitId')} hint={t('unitIdHint')} most={32} />
  <Fields known={known} />
</Change>;

/** Another name, parent, zone or head; all that is said holds from that day on. */
export const ChangeUnit = ({ of, known, then }: Props & { of: Unit }) => <details><summary>{t('unitChange')}</summary>
  <Change kind="units" then={then} cells={(form) => read(form, of.id, known.began)}
    means={(said) => <Past of={said} />}
    done={(said) => t('unitDone', { name: said.name!, from: day(said.from!, LONG) })}><Fields of={of} known={known} />
  </Change></details>;

/** It ends as it stands on that day: only that it is no more changes. */
export function EndUnit({ of, known, then }: Props & { of: Unit }) {
  const below = known.units.filter((one) => one.parentId === of.id && one.active);
  const cells = async (form: FormData): Promise<Cells> => {
    const from = dayOf(form, 'from', known.began);
    const stands = (await all<Unit>(`/agencies/${session()!.agency}/units?on=${from}`, 'units', 40))
      .find((one) => one.id === of.id) ?? of;
    return { id: of.id, name: stands.name, parentId: stands.parentId ?? '', zone: stands.zone,
      headId: stands.headId ?? '', directService: yes(stands.directService), headAs: stands.headAs ?? 'appointed',
      active: 'tidak', from };
  };
  return <details><summary>{t('unitEnd')}</summary>
    <p class="tiny">{t('unitEndHint')}</p>
    {below.length > 0 && <p class="note waits">{t('unitEndBelow', {
      n: below.length, names: below.map((one) => one.name).join(', ') })}</p>}
    <Change kind="units" then={then} cells={cells} fields={{ active: 'from' }} means={(said) => <Past of={said} />}
      done={(said) => t('unitEndDone', { name: said.name!, from: day(said.from!, LONG) })}>
      <Line id="unit-end" name="from" type="date" label={t('unitEndFrom')} />
    </Change></details>;
}

const CLASSES = Array.from({ length: 17 }, (_, i) => String(i + 1));

export const NewPost = ({ known, then }: Props) => <Change kind="posts" then={then}
  cells={(form) => {
    needed(form, [['id', 'postSayId'], ['name', 'postSayName'], ['flexibleWork', 'postPickFlexible']]);
    return { ...Object.fromEntries(['id', 'name', 'category', 'flexibleWork', 'class']
      .map((name) => [name, textOf(form, name)])), from: dayOf(form, 'from', known.began) } as Cells;
  }}
  taken={(said) => t('postTaken', { id: said.id! })}
  done={(said) => t('postDone', { name: said.name! })}>
  <Line id="post-name" name="name" label={t('postName')} most={200} />
  <Line id="post-id" name="id" label={t('postId')} hint={t('unitIdHint')} most={32} />
  <Line id="post-from" name="from" type="date" label={t('changeFrom')} given={today()} />
  <Line id="post-category" name="category" label={t('postCategory')} hint={t('postCategoryHint')} most={32} />
  <Pick id="post-class" name="class" label={t('postClass')} hint={t('changeMayBeEmpty')}
    options={CLASSES.map((one) => [one, one])} />
  <Choice name="flexibleWork" label={t('postFlexible')} options={YES_NO()} />
</Change>;
