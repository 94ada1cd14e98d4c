import { systemConditions } from './topology-keys.mjs';

/** No filter lets everything through; otherwise one matching correlation filter is enough. */
export function passes(filters, facts) {
  return filters.length === 0 || filters.some((filter) => matches(filter, facts));
}

/** Every condition of a correlation filter must hold; text is compared to the letter. */
function matches(filter, facts) {
  const properties = Object.entries(filter.properties ?? {});
  return systemConditions.every((name) => filter[name] === undefined || filter[name] === facts[name])
    && properties.every(([name, value]) => facts.properties.get(name) === value);
}
