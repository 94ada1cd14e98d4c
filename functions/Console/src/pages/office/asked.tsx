// Whom a questionnaire asks: units of the tree and posts, ticked; and how many people that is on its first day.
import { useState } from 'preact/hooks';
import { all, problemOf, Shown, Trouble, useRead, type Problem } from '../../api';
import { today } from '../../address';
import { textOf } from '../../form';
import { session } from '../../session';
import { day, number, t } from '../../words';
import { Tick, Ticks } from '../surveys/ticks';
import { readKnown } from './choose';
import { Branches, type Unit } from './tree';

/** So many people at most are read to be counted, 500 a page. */
const PAGES = 20;
const MOST = PAGES * 500;

interface Props { id: string; units: string[]; posts: string[] }

/** What is ticked, in the order of the lists. */
export const askedOf = (form: FormData) => ({
  units: form.getAll('units').map(String), posts: form.getAll('posts').map(String) });

export function Asked({ id, units, posts }: Props) {
  const read = useRead(() => readKnown(today()), []);
  return <Shown of={read}>{(known) => <div class="stack">
    <Units id={id} of={known.units} given={units} />
    {known.posts.length > 0 && <Ticks id={id} name="posts" legend={t('surveyPosts')} given={posts}
      of={known.posts.map((one) => [one.id, one.name])}
      says={(n) => n === 0 ? t('surveyPostsAll') : t('surveyPostsSome', { n: number(n) })} />}
    <Count />
  </div>}</Shown>;
}

/** A unit is ticked with those below it, and each of them can be taken out again. */
function Units({ id, of, given }: { id: string; of: Unit[]; given: string[] }) {
  const [on, setOn] = useState(() => new Set(given));
  const below = (unit: string, passed = new Set<string>()): string[] => passed.has(unit) ? []
    : [unit, ...of.filter((one) => one.parentId === unit && one.active)
      .flatMap((one) => below(one.id, passed.add(unit)))];
  const set = (unit: string, isOn: boolean) => {
    const next = new Set(on);
    below(unit).forEach((one) => isOn ? next.add(one) : next.delete(one));
    setOn(next);
  };
  return <fieldset class="ticks"><legend>{t('surveyUnits')}</legend>
    <p class="tiny">{on.size === 0 ? t('surveyUnitsAll') : t('surveyUnitsSome', { n: number(on.size) })}</p>
    <div class="scroll"><Branches of={of.filter((one) => one.active || on.has(one.id))} draw={(one) =>
      <Tick id={id} name="units" value={one.id} text={one.name} isOn={on.has(one.id)}
        set={(isOn) => set(one.id, isOn)} />} /></div>
  </fieldset>;
}

interface Person { unitId: string; postId?: string; active: boolean }

/** Told when it is asked for: everybody of the agency is read, where those are not too many. */
function Count() {
  const [state, setState] = useState<{ busy?: boolean; said?: string; problem?: Problem }>({});
  const count = async (form: FormData) => {
    const first = textOf(form, 'opensOn');
    if (first === '') {
      setState({ said: t('surveyCountDay') });
      return;
    }
    setState({ busy: true });
    try {
      const asked = askedOf(form);
      const people = await all<Person>(`/agencies/${session()!.agency}/employees?on=${first}`, 'employees', PAGES);
      const n = people.filter((one) => one.active
        && (asked.units.length === 0 || asked.units.includes(one.unitId))
        && (asked.posts.length === 0 || asked.posts.includes(one.postId ?? ''))).length;
      setState({ said: people.length >= MOST ? t('surveyCountMany', { n: number(MOST) })
        : t('surveyCountIs', { n: number(n), date: day(first, { dateStyle: 'long' }) }) });
    } catch (fault) {
      setState({ problem: problemOf(fault) });
    }
  };
  return <div>
    <p><button type="button" class="btn alt" aria-disabled={state.busy} onClick={(event) => {
      if (!state.busy) {
        void count(new FormData(event.currentTarget.form!));
      }
    }}>{t('surveyCount')}</button></p>
    <div role="status"><p class={state.said ? 'note' : 'tiny'}>{state.busy ? t('loading') : state.said}</p></div>
    {state.problem && <Trouble problem={state.problem} />}
  </div>;
}
