using NodaTime;

namespace Kinerja.Domain.Reports;

/// <summary>
/// What an office needs: the most people of any working day of a month, and a reserve of so many percent on top,
/// rounded up. What its capacity has beyond that could be given up or rented (seed 003). No regulation says how much
/// reserve: whoever asks says it.
/// </summary>
public readonly record struct SpaceRule(int ReservePercent)
{
    public const int UsualReserve = 20;

    /// <summary>Of a month with fewer working days nothing is concluded.</summary>
    public const int LeastDays = 15;

    public int NeededFor(int mostPeople) => ((mostPeople * (100 + ReservePercent)) + 99) / 100;
}

/// <summary>Places of an office that stay free on all days of one weekday, which others could use then.</summary>
public readonly record struct FreeWeekday(IsoDayOfWeek Weekday, int People);

/// <summary>
/// One office's month against its capacity. Needed, spare and what is free are null without a capacity, in a month that
/// is not over or has few working days, and in one that stood quite empty: without any check-in nobody knows whether
/// people were there.
/// </summary>
public sealed record OfficeSpace(
    GeofenceId FenceId, double AreaSquareMetres, int? CapacityPeople, int WorkingDays, decimal AveragePeople,
    int MostPeople)
{
    public int? NeededPeople { get; private init; }

    /// <summary>Never below zero: an office that is too small has nothing to spare.</summary>
    public int? SparePeople { get; private init; }

    /// <summary>The outline's share of the spare places, rounded down to whole square metres.</summary>
    public int? SpareSquareMetres { get; private init; }

    /// <summary>Weekdays on which more stays free than on every day, with that number more.</summary>
    public IReadOnlyList<FreeWeekday> FreeWeekdays { get; private init; } = [];

    /// <param name="weekdays">One office's lines of the occupancy report.</param>
    /// <param name="areaSquareMetres">What its outline covers.</param>
    /// <param name="rule">How much is needed.</param>
    /// <param name="isOver">Whether the month is over.</param>
    public static OfficeSpace Of(
        IReadOnlyCollection<OfficeWeekday> weekdays, double areaSquareMetres, SpaceRule rule, bool isOver)
    {
        var days = weekdays.Sum(d => d.Days);
        var (first, most) = (weekdays.First(), weekdays.Max(d => d.MostPeople));
        var average = Math.Round(
            weekdays.Sum(d => d.AveragePeople * d.Days) / days, 1, MidpointRounding.AwayFromZero);
        var space = new OfficeSpace(first.FenceId, areaSquareMetres, first.CapacityPeople, days, average, most);
        if (first.CapacityPeople is not { } capacity || !isOver || days < SpaceRule.LeastDays || most == 0)
        {
            return space;
        }

        var spare = Math.Max(0, capacity - rule.NeededFor(most));
        return space with
        {
            NeededPeople = rule.NeededFor(most),
            SparePeople = spare,
            SpareSquareMetres = (int)Math.Floor(areaSquareMetres * spare / capacity),
            FreeWeekdays =
            [
                .. weekdays
                    .Select(d => new FreeWeekday(
                        d.Weekday, Math.Max(0, capacity - rule.NeededFor(d.MostPeople)) - spare))
                    .Where(free => free.People > 0),
            ],
        };
    }
}
