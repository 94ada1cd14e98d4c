using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using NodaTime;

namespace Kinerja.Application.FlexibleWork;

/// <summary>
/// What stood about a person and a unit's date when somebody looked: the person's plan for the date, his or her planned
/// days around it, and how many of the unit have planned it. The tags go with the next write, which fails when either
/// changed.
/// </summary>
public sealed record FlexiblePlan(
    FlexibleDay? Day,
    IReadOnlyCollection<LocalDate> PersonDays,
    int UnitDays,
    string? PersonTag,
    string? UnitTag);

public interface IFlexibleDays
{
    Task<FlexiblePlan> FindAsync(
        AgencyId agency, EmployeeId employee, UnitId unit, LocalDate date, CancellationToken cancel);

    /// <summary>
    /// Plans a day or moves it to another place; false when the person's or the unit's days changed meanwhile.
    /// </summary>
    Task<bool> PutAsync(AgencyId agency, FlexibleDay day, FlexiblePlan seen, CancellationToken cancel);

    /// <summary>Takes a planned day back; false when the person's or the unit's days changed meanwhile.</summary>
    Task<bool> RemoveAsync(AgencyId agency, FlexibleDay day, FlexiblePlan seen, CancellationToken cancel);

    /// <summary>A person's planned days of a month, by date.</summary>
    Task<IReadOnlyList<FlexibleDay>> ListAsync(
        AgencyId agency, YearMonth month, EmployeeId employee, CancellationToken cancel);

    /// <summary>Everybody's of a slice, by person and date.</summary>
    IAsyncEnumerable<FlexibleDay> ListAsync(
        AgencyId agency, YearMonth month, HashRange range, CancellationToken cancel);

    /// <summary>A unit's from a date (included) to another (excluded), by date.</summary>
    IAsyncEnumerable<FlexibleDay> ListUnitAsync(
        AgencyId agency, UnitId unit, LocalDate from, LocalDate to, CancellationToken cancel);
}

/// <summary>Rewards by person. One is named by its kind and its first day.</summary>
public interface IEntitlements
{
    Task<Tagged<Entitlement>?> FindAsync(
        AgencyId agency, EmployeeId employee, EntitlementKind kind, LocalDate from, CancellationToken cancel);

    /// <summary>
    /// Writes a new one (tag null) or the next state of a known one, and what is to be told of it; false when somebody
    /// else wrote meanwhile, and then nothing is told.
    /// </summary>
    Task<bool> PutAsync(
        AgencyId agency, Entitlement entitlement, string? tag, OutgoingEvent news, CancellationToken cancel);

    /// <summary>
    /// The same of a known one of which leave was taken or called off: nothing is told, since its terms stand.
    /// </summary>
    Task<bool> ReplaceAsync(AgencyId agency, Entitlement entitlement, string tag, CancellationToken cancel);

    Task<IReadOnlyList<Entitlement>> ListAsync(AgencyId agency, EmployeeId employee, CancellationToken cancel);

    IAsyncEnumerable<Entitlement> ListAsync(AgencyId agency, HashRange range, CancellationToken cancel);
}
