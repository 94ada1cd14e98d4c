using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using NodaTime;

namespace Kinerja.Application.FlexibleWork;

/// <summary>
/// Each planned day stands twice, by person and by unit, beside two rows that guard it: the person's planned days of
/// the week-year, and the unit's count for the date. The four change together or not at all, so of two people who take
/// a unit's last place one wins. A run of days over the week-year's end is looked at on both sides and guarded on one.
/// </summary>
public sealed class TableFlexibleDays(TableStore store) : IFlexibleDays
{
    private const string Table = TableNames.FlexibleDays;

    /// <summary>As far as a run of days may reach from the date.</summary>
    private const int FarthestDays = 31;

    public async Task<FlexiblePlan> FindAsync(
        AgencyId agency,
        EmployeeId employee,
        UnitId unit,
        LocalDate date,
        CancellationToken cancel)
    {
        var year = FlexibleDayKeys.WeekYear(date);
        var partition = FlexibleDayKeys.Partition(agency, year);
        var count = store.FindAsync(Table, partition, FlexibleDayKeys.Count(unit, date), cancel);
        var person = store.FindAsync(Table, partition, FlexibleDayKeys.Person(employee), cancel);
        var others = await OtherYearsAsync(agency, employee, date, cancel);
        var (counted, guard) = (await count, await person);
        // The day after its guards: one that is planned before they are read is seen, one planned later changes their
        // tags.
        var planned = await store.FindAsync(Table, partition, FlexibleDayKeys.Day(employee, date), cancel);
        return new FlexiblePlan(
            planned is null ? null : FlexibleDayRows.Read(planned),
            [.. others, .. guard is null ? [] : FlexibleDayRows.ReadDates(guard)],
            counted is null ? 0 : FlexibleDayRows.ReadCount(counted),
            guard?.ETag.ToString(),
            counted?.ETag.ToString());
    }

    public Task<bool> PutAsync(AgencyId agency, FlexibleDay day, FlexiblePlan seen, CancellationToken cancel)
    {
        var rows = new FlexibleDayRows(FlexibleDayKeys.Partition(agency, FlexibleDayKeys.WeekYear(day.Date)));
        List<TableTransactionAction> actions =
        [
            new(TableTransactionActionType.UpsertReplace, rows.Day(day)),
            new(TableTransactionActionType.UpsertReplace, rows.UnitDay(day)),
            TableStore.Next(rows.Person(day, Own(seen, day).Append(day.Date)), seen.PersonTag),
        ];
        if (seen.Day is null)
        {
            actions.Add(TableStore.Next(rows.Count(day, seen.UnitDays + 1), seen.UnitTag));
        }

        return store.SubmitAsync(Table, actions, cancel);
    }

    public Task<bool> RemoveAsync(AgencyId agency, FlexibleDay day, FlexiblePlan seen, CancellationToken cancel)
    {
        var rows = new FlexibleDayRows(FlexibleDayKeys.Partition(agency, FlexibleDayKeys.WeekYear(day.Date)));
        return store.SubmitAsync(
            Table,
            [
                new(TableTransactionActionType.Delete, rows.Day(day), Azure.ETag.All),
                new(TableTransactionActionType.Delete, rows.UnitDay(day), Azure.ETag.All),
                TableStore.Next(rows.Count(day, seen.UnitDays - 1), seen.UnitTag),
                TableStore.Next(rows.Person(day, Own(seen, day).Where(d => d != day.Date)), seen.PersonTag),
            ],
            cancel);
    }

    public async Task<IReadOnlyList<FlexibleDay>> ListAsync(
        AgencyId agency,
        YearMonth month,
        EmployeeId employee,
        CancellationToken cancel)
    {
        var found = new List<FlexibleDay>();
        foreach (var partition in Partitions(agency, month))
        {
            var filter = TableRange.Prefix(partition, FlexibleDayKeys.PersonPrefix(employee, month));
            found.AddRange(
                await store.ListAsync(Table, filter, FlexibleDayRows.Read, cancel).ToListAsync(cancel));
        }

        return [.. found.OrderBy(d => d.Date)];
    }

    public async IAsyncEnumerable<FlexibleDay> ListAsync(
        AgencyId agency,
        YearMonth month,
        HashRange range,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var partition in Partitions(agency, month))
        {
            var filter = TableRange.People(partition, range, FlexibleDayKeys.MonthPrefix(month));
            await foreach (var row in store.ListAsync(Table, filter, null, cancel))
            {
                yield return FlexibleDayRows.Read(row);
            }
        }
    }

    public async IAsyncEnumerable<FlexibleDay> ListUnitAsync(
        AgencyId agency,
        UnitId unit,
        LocalDate from,
        LocalDate to,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        for (var year = FlexibleDayKeys.WeekYear(from); year <= FlexibleDayKeys.WeekYear(to.PlusDays(-1)); year++)
        {
            var (first, end) = (FlexibleDayKeys.UnitDayPrefix(unit, from), FlexibleDayKeys.UnitDayPrefix(unit, to));
            var filter = TableRange.Between(FlexibleDayKeys.Partition(agency, year), first, end);
            await foreach (var row in store.ListAsync(Table, filter, null, cancel))
            {
                yield return FlexibleDayRows.Read(row);
            }
        }
    }

    private async Task<IReadOnlyList<LocalDate>> OtherYearsAsync(
        AgencyId agency,
        EmployeeId employee,
        LocalDate date,
        CancellationToken cancel)
    {
        var own = FlexibleDayKeys.WeekYear(date);
        var near = new[] { date.PlusDays(-FarthestDays), date.PlusDays(FarthestDays) }.Select(FlexibleDayKeys.WeekYear);
        var days = new List<LocalDate>();
        foreach (var year in near.Where(y => y != own))
        {
            var partition = FlexibleDayKeys.Partition(agency, year);
            var row = await store.FindAsync(Table, partition, FlexibleDayKeys.Person(employee), cancel);
            days.AddRange(row is null ? [] : FlexibleDayRows.ReadDates(row));
        }

        return days;
    }

    private static IEnumerable<LocalDate> Own(FlexiblePlan seen, FlexibleDay day) =>
        seen.PersonDays.Where(d => FlexibleDayKeys.WeekYear(d) == FlexibleDayKeys.WeekYear(day.Date));

    /// <summary>The week-years that a month touches: two at the turn of the year.</summary>
    private static IEnumerable<string> Partitions(AgencyId agency, YearMonth month)
    {
        var days = month.ToDateInterval();
        return new[] { days.Start, days.End }.Select(FlexibleDayKeys.WeekYear).Distinct()
            .Select(year => FlexibleDayKeys.Partition(agency, year));
    }
}
