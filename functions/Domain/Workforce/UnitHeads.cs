using NodaTime;

namespace Kinerja.Domain.Workforce;

/// <summary>
/// Which unit a person headed in a period: the one that he or she headed on more of its days than anybody else, of two
/// with as many the later one; acting heads (Plt, Plh) count like others. Whoever headed several counts with his own;
/// who belongs to none of them, with the first by id, so that the order of the register changes nothing.
/// </summary>
public sealed class UnitHeads
{
    private readonly ILookup<EmployeeId, OrganisationUnit> _units;

    /// <param name="units">The agency's units through time.</param>
    /// <param name="first">The period's first day.</param>
    /// <param name="last">Its last day (included).</param>
    public UnitHeads(IEnumerable<History<OrganisationUnit>> units, LocalDate first, LocalDate last) =>
        _units = units
            .Select(unit => (Head: HeadOf(unit, first, last), Unit: unit.On(last)))
            .Where(pair => pair.Head is not null)
            .OrderBy(pair => pair.Unit.Id.ToString(), StringComparer.Ordinal)
            .ToLookup(pair => pair.Head!.Value, pair => pair.Unit);

    /// <summary>Null for whoever headed none.</summary>
    public OrganisationUnit? UnitOf(Employee person) =>
        _units[person.Id].FirstOrDefault(u => u.Id == person.UnitId) ?? _units[person.Id].FirstOrDefault();

    private static EmployeeId? HeadOf(History<OrganisationUnit> unit, LocalDate first, LocalDate last)
    {
        var days = new Dictionary<EmployeeId, (int Count, LocalDate Last)>();
        for (LocalDate? from = first; from <= last; from = unit.NextAfter(from.Value))
        {
            var end = LocalDate.Min(unit.NextAfter(from.Value)?.PlusDays(-1) ?? last, last);
            if (unit.On(from.Value).HeadId is { } head)
            {
                var count = Period.DaysBetween(from.Value, end) + 1 + days.GetValueOrDefault(head).Count;
                days[head] = (count, end);
            }
        }

        return days.Count == 0 ? null : days.MaxBy(d => d.Value).Key;
    }
}
