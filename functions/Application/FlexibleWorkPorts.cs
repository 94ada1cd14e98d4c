using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using NodaTime;

namespace Kinerja.Application;

/// <summary>
/// What stood about a person and a unit's date when somebody looked: the person's plan for the date, his or her planned days
/// around it, and how many of the unit have planned it. The tags go with the next write, which fails when either changed.
/// </summary>
public sealed record FlexiblePlan(
    FlexibleDay? Day,
    IReadOnlyCollection<LocalDate> PersonDays,
    int UnitDays,
    string? PersonTag,
    string? UnitTag);

public interface IFlexibleDays
{
    Task<FlexiblePlan> FindAsync(AgencyId agency, EmployeeId employee, UnitId unit, LocalDate date, CancellationToken cancel);

    /// <summary>Plans a day or moves it to another place; false when the person's or the unit's days changed meanwhile.</summary>
    Task<bool> PutAsync(AgencyId agency, FlexibleDay day, FlexiblePlan seen, CancellationToken cancel);

    /// <summary>Takes a planned day back; false when the person's or the unit's days changed meanwhile.</summary>
    Task<bool> RemoveAsync(AgencyId agency, FlexibleDay day, FlexiblePlan seen, CancellationToken cancel);

    /// <summary>A person's planned days of a month, by date.</summary>
    Task<IReadOnlyList<FlexibleDay>> ListAsync(AgencyId agency, YearMonth month, EmployeeId employee, CancellationToken cancel);

    /// <summary>Everybody's of a slice, by person and date.</summary>
    IAsyncEnumerable<FlexibleDay> ListAsync(AgencyId agency, YearMonth month, HashRange range, CancellationToken cancel);

    /// <summary>A unit's from a date (included) to another (excluded), by date.</summary>
    IAsyncEnumerable<FlexibleDay> ListUnitAsync(
        AgencyId agency, UnitId unit, LocalDate from, LocalDate to, CancellationToken cancel);
}
