using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>
/// A person in a superior's queue, and who is above. Own: the superior of record, or one who acts for that one today;
/// else the next superior, who steps in when a term is over.
/// </summary>
public sealed record PersonBelow(Employee Person, Superiors Superiors, bool Own);

/// <summary>Whose days come to a superior. It reads the agency's people and units once.</summary>
public sealed class PeopleBelow(IWorkforce workforce, IDelegations delegations)
{
    public async Task<IReadOnlyList<PersonBelow>> ListAsync(
        AgencyId agency, EmployeeId superior, LocalDate today, CancellationToken cancel)
    {
        var people = await workforce.ListEmployeesAsync(agency, HashRange.All, cancel).Select(e => e.On(today))
            .ToDictionaryAsync(e => e.Id, cancellationToken: cancel);
        var units = await workforce.ListUnitsAsync(agency, cancel).Select(u => u.On(today)).ToDictionaryAsync(
            u => u.Id, cancellationToken: cancel);
        var actsFor = await delegations.ListAsync(agency, cancel)
            .Where(d => d.DelegateId == superior && d.HoldsOn(today)).Select(d => d.RaterId).ToHashSetAsync(
                cancellationToken: cancel);
        var line = new SuperiorLine(
            id => Task.FromResult(people.GetValueOrDefault(id)), id => Task.FromResult(units.GetValueOrDefault(id)));
        var below = new List<PersonBelow>();
        foreach (var person in people.Values.Where(p => p.Active && p.Id != superior).OrderBy(p => p.Id))
        {
            var above = await line.OfAsync(person, cancel);
            var acts = above.First is { } first && person.RaterId == first && actsFor.Contains(first)
                && DelegationRules.MayActFor(person, people[superior]);
            if (above.First == superior || acts || above.Next == superior)
            {
                below.Add(new PersonBelow(person, above, above.First == superior || acts));
            }
        }

        return below;
    }
}
