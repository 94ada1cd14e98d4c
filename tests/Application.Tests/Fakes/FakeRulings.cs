using System.Globalization;
using Kinerja.Application.Events;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

internal sealed class FakeRulings : IRulings
{
    internal Dictionary<(AgencyId, EmployeeId, LocalDate), DayRuling> Rows { get; } = [];

    public Task<Tagged<DayRuling>?> FindAsync(
        AgencyId agency, EmployeeId employee, LocalDate date, CancellationToken cancel) =>
        Task.FromResult(Rows.GetValueOrDefault((agency, employee, date)) is { } found
            ? new Tagged<DayRuling>(found, Tag(found))
            : null);

    public IAsyncEnumerable<DayRuling> ListAsync(
        AgencyId agency, YearMonth month, EmployeeId employee, CancellationToken cancel) =>
        ListAsync(agency, month, HashRange.All, cancel).Where(r => r.EmployeeId == employee);

    public IAsyncEnumerable<DayRuling> ListAsync(
        AgencyId agency, YearMonth month, HashRange range, CancellationToken cancel) => Rows.Values
        .Where(r => r.AgencyId == agency && r.Date.ToYearMonth() == month && range.Contains(r.EmployeeId))
        .OrderBy(r => r.EmployeeId).ThenBy(r => r.Date).ToList().ToAsyncEnumerable();

    public Task<bool> PutAsync(
        DayRuling ruling, string? tag, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel)
    {
        var key = (ruling.AgencyId, ruling.EmployeeId, ruling.Date);
        var current = (Rows.TryGetValue(key, out var known) ? Tag(known) : null) == tag;
        if (current)
        {
            Rows[key] = ruling;
        }

        return Task.FromResult(current);
    }

    private static string Tag(DayRuling ruling) => ruling.Version.ToString(CultureInfo.InvariantCulture);
}
