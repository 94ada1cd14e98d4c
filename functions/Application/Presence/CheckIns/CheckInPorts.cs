using System.Globalization;
using Kinerja.Domain;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>Where a person's check-ins of a day stand among everybody's.</summary>
public readonly record struct CheckInPlace(int Bucket, EmployeeId Person)
{
    public static Result<CheckInPlace> Parse(string? text, string pointer)
    {
        var end = text?.IndexOf('_', StringComparison.Ordinal) ?? -1;
        return end is > 0 and <= 5
            && int.TryParse(text.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var bucket)
            && EmployeeId.Parse(text![(end + 1)..]).TryGet(out var person, out _)
                ? new CheckInPlace(bucket, person)
                : Refusal.UnknownCursor(pointer);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Bucket}_{Person}");
}

public interface ICheckIns
{
    /// <summary>
    /// Stores a check-in once: null when it is new, else the stored one that has the person's id for it or, under
    /// another id, tells of the same fact (person, kind, moment of capture). Days and months make no difference.
    /// </summary>
    Task<CheckIn?> AddOrFindAsync(CheckIn checkIn, CancellationToken cancel);

    /// <summary>What a client called this, whenever that was.</summary>
    Task<CheckIn?> FindAsync(AgencyId agency, EmployeeId employee, ClientId id, CancellationToken cancel);

    /// <summary>By work date, both days included.</summary>
    IAsyncEnumerable<CheckIn> ListAsync(AgencyId agency, DateInterval days, HashRange range, CancellationToken cancel);

    /// <summary>By work date, both days included.</summary>
    Task<IReadOnlyList<CheckIn>> ListAsync(
        AgencyId agency, DateInterval days, EmployeeId employee, CancellationToken cancel);

    IAsyncEnumerable<CheckIn> ListAsync(
        AgencyId agency, YearMonth month, HashRange range, CancellationToken cancel) =>
        ListAsync(agency, month.ToDateInterval(), range, cancel);

    Task<IReadOnlyList<CheckIn>> ListAsync(
        AgencyId agency, YearMonth month, EmployeeId employee, CancellationToken cancel) =>
        ListAsync(agency, month.ToDateInterval(), employee, cancel);
}

/// <summary>An agency's check-ins of one day, for who reads them page by page.</summary>
public interface IDayCheckIns
{
    /// <summary>
    /// Of one work date, each person's together, in an order that stays; only as much is read as is taken. After a
    /// place in that order, which itself is left out; null from the start.
    /// </summary>
    IAsyncEnumerable<(CheckInPlace Place, CheckIn CheckIn)> ListAsync(
        AgencyId agency, LocalDate day, CheckInPlace? after, CancellationToken cancel);
}
