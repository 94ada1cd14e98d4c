// An agency's units, each below the one that it belongs to, with its head.
import type { ComponentChildren } from 'preact';
import { Id } from '../../parts';
import { t } from '../../words';

export interface Unit {
  id: string; name: string; parentId?: string; headId?: string; headAs?: string; zone: string; directService: boolean;
  active: boolean;
}

interface Props { of: Unit[]; chosen: string; choose: (id: string) => void }

const Mark = ({ of }: { of: Unit }) => <>
  {!of.active && <span class="under">{t('unitEnded')}</span>}
  {of.headId && <span class="under">{t('headOf')}: <Id of={of.headId} /></span>}</>;

export const Tree = ({ of, chosen, choose }: Props) => <Branches of={of} draw={(one) => <>
  <button class="btn quiet" aria-pressed={one.id === chosen} onClick={() => choose(one.id)}>{one.name}</button>
  <Mark of={one} /></>} />;

/** A unit whose parent is not there on that day stands at the top, so that none is missing. */
export function Branches({ of, draw }: { of: Unit[]; draw: (one: Unit) => ComponentChildren }) {
  const ids = new Set(of.map((one) => one.id));
  const below = new Map<string, Unit[]>();
  of.forEach((one) => {
    const parent = one.parentId && ids.has(one.parentId) ? one.parentId : '';
    below.set(parent, [...below.get(parent) ?? [], one]);
  });
  return <Branch of={below.get('') ?? []} {...{ below, draw }} />;
}

function Branch({ of, below, draw }: {
  of: Unit[]; below: Map<string, Unit[]>; draw: (one: Unit) => ComponentChildren;
}) {
  return <ul class="tree">{of.map((one) => <li key={one.id}>{draw(one)}
    {below.has(one.id) && <Branch of={below.get(one.id)!} {...{ below, draw }} />}</li>)}</ul>;
}
