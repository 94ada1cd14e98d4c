// An agency's units, each below the one that it belongs to, with its head.
import { Id } from '../../parts';
import { t } from '../../words';

export interface Unit { id: string; name: string; parentId?: string; headId?: string }

interface Props { of: Unit[]; chosen: string; choose: (id: string) => void }

/** A unit whose parent is not there on that day stands at the top, so that none is missing. */
export function Tree({ of, chosen, choose }: Props) {
  const ids = new Set(of.map((one) => one.id));
  const below = new Map<string, Unit[]>();
  of.forEach((one) => {
    const parent = one.parentId && ids.has(one.parentId) ? one.parentId : '';
    below.set(parent, [...below.get(parent) ?? [], one]);
  });
  return <Branch of={below.get('') ?? []} {...{ below, chosen, choose }} />;
}

function Branch({ of, below, chosen, choose }: Props & { below: Map<string, Unit[]> }) {
  return <ul class="tree">{of.map((one) => <li key={one.id}>
    <button class="btn quiet" aria-pressed={one.id === chosen} onClick={() => choose(one.id)}>{one.name}</button>
    {one.headId && <span class="under">{t('headOf')}: <Id of={one.headId} /></span>}
    {below.has(one.id) && <Branch of={below.get(one.id)!} {...{ below, chosen, choose }} />}
  </li>)}</ul>;
}
