using Kinerja.Domain;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Workforce;

/// <summary>Who is below a leader, and the units for which the leader answers, as the register says today.</summary>
public sealed record LeaderReach(IReadOnlySet<EmployeeId> People, IReadOnlySet<UnitId> Units)
{
    internal static readonly LeaderReach Nothing = new(new HashSet<EmployeeId>(), new HashSet<UnitId>());
}

/// <summary>
/// Reads the agency's people and units once; <see cref="PersonReach"/> asks about one person. A leader answers for the
/// units that he heads, those below them, and each in which all others are below him.
/// </summary>
public sealed class ReadLeaderReach(AgencyDirectory register, IWorkforce workforce)
{
    /// <summary>Whoever is unknown or has left service is above nobody.</summary>
    public async Task<LeaderReach> ExecuteAsync(AgencyId agency, EmployeeId leader, CancellationToken cancel)
    {
        if (await register.TodayAsync(agency, cancel) is not { } today)
        {
            return LeaderReach.Nothing;
        }

        var people = await workforce.ListEmployeesAsync(agency, HashRange.All, cancel).Select(e => e.On(today))
            .ToDictionaryAsync(e => e.Id, cancellationToken: cancel);
        if (people.GetValueOrDefault(leader) is not { Active: true })
        {
            return LeaderReach.Nothing;
        }

        var units = await workforce.ListUnitsAsync(agency, cancel).Select(u => u.On(today)).ToDictionaryAsync(
            u => u.Id, cancellationToken: cancel);
        var line = new SuperiorLine(
            id => Task.FromResult(people.GetValueOrDefault(id)), id => Task.FromResult(units.GetValueOrDefault(id)));
        var below = new HashSet<EmployeeId>();
        foreach (var person in people.Values.Where(one => one.Id != leader))
        {
            if (await line.IsAboveAsync(leader, person, cancel))
            {
                below.Add(person.Id);
            }
        }

        var others = people.Values.Where(one => one.Active && one.Id != leader).ToLookup(one => one.UnitId);
        var answered = new HashSet<UnitId>();
        foreach (var unit in units.Keys)
        {
            if (await HeadsAsync(unit, leader, units, cancel)
                || (others[unit].Any() && others[unit].All(one => below.Contains(one.Id))))
            {
                answered.Add(unit);
            }
        }

        return new LeaderReach(below, answered);
    }

    private static ValueTask<bool> HeadsAsync(
        UnitId unit, EmployeeId leader, Dictionary<UnitId, OrganisationUnit> units, CancellationToken cancel) =>
        Ascent.FromAsync<UnitId, OrganisationUnit>(
            unit, id => Task.FromResult(units.GetValueOrDefault(id)), found => found.ParentId)
            .AnyAsync(one => one.Found?.HeadId == leader, cancel);
}
