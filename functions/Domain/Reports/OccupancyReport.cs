using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Reports;

/// <summary>
/// People inside one office on the days of one weekday: on average over those days, with one decimal, and at most.
/// Percentages are of the capacity, null where the fence has none.
/// </summary>
public sealed record OfficeWeekday(
    GeofenceId FenceId,
    IsoDayOfWeek Weekday,
    int Days,
    decimal AveragePeople,
    int MostPeople,
    int? CapacityPeople)
{
    public decimal? AveragePercent => Percent(AveragePeople);

    public decimal? MostPercent => Percent(MostPeople);

    private decimal? Percent(decimal people) => CapacityPeople is > 0 and var capacity
        ? Math.Round(100m * people / capacity, 1, MidpointRounding.AwayFromZero)
        : null;
}

/// <summary>
/// How full the offices were, from check-ins inside office fences (seed 003: one floor stood empty for three months).
/// It counts heads and keeps nobody: a person is one head a day and office, however many check-ins there are.
/// </summary>
public sealed class OccupancyReport(IEnumerable<LocalDate> workingDays)
{
    private readonly HashSet<LocalDate> _days = [.. workingDays];
    private readonly Dictionary<(GeofenceId Fence, LocalDate Date), int> _heads = [];

    /// <summary>One person's check-ins; all of them at once, so that a head is counted once.</summary>
    public void Add(IEnumerable<CheckIn> ofOnePerson)
    {
        var inside = ofOnePerson
            .Where(c => c is { Mode: WorkMode.Office, Verdict: { Placement: Placement.Inside, FenceId: not null } })
            .Select(c => (c.Verdict.FenceId!.Value, c.WorkDate)).Distinct();
        foreach (var head in inside.Where(h => _days.Contains(h.WorkDate)))
        {
            _heads[head] = _heads.GetValueOrDefault(head) + 1;
        }
    }

    /// <summary>A line for every office and weekday of the month, also for an office that stood empty.</summary>
    public IReadOnlyList<OfficeWeekday> Lines(IReadOnlyDictionary<GeofenceId, int?> offices) =>
    [
        .. from office in offices.OrderBy(o => o.Key.ToString(), StringComparer.Ordinal)
           from days in _days.GroupBy(d => d.DayOfWeek).OrderBy(d => d.Key)
           let heads = days.Select(d => _heads.GetValueOrDefault((office.Key, d))).ToList()
           select new OfficeWeekday(
               office.Key,
               days.Key,
               heads.Count,
               Math.Round((decimal)heads.Sum() / heads.Count, 1, MidpointRounding.AwayFromZero),
               heads.Max(),
               office.Value),
    ];
}
