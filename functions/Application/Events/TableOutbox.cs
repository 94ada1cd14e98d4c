using Kinerja.Application.Tables;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;

namespace Kinerja.Application.Events;

/// <summary>
/// Unsent events stand in the table and partition of the row that they tell of, since only there one transaction holds
/// both. Their keys sort behind those of the rows themselves. An event that says its own place is looked for there.
/// </summary>
public sealed class TableOutbox(TableStore store, TimeProvider clock) : IOutbox
{
    private static readonly Dictionary<string, string> TableOf = new()
    {
        [EventTypes.GrantMade] = TableNames.Entitlements,
        [EventTypes.GrantRevoked] = TableNames.Entitlements,
        [EventTypes.ProposalDecided] = TableNames.Proposals,
        [EventTypes.ProposalDue] = TableNames.Proposals,
        [EventTypes.ReviewOpened] = TableNames.Reviews,
        [EventTypes.ObjectionOverdue] = TableNames.Objections,
        [EventTypes.PersonMoved] = TableNames.Moves,
    };

    /// <summary>
    /// Corrections stand by the month of their day, and so does what is told of them: a decision comes within a year.
    /// </summary>
    private const int MonthsBack = 12;

    /// <summary>Daily entries stand by the year of their day; a late one is of the year before.</summary>
    private const int YearsBack = 2;

    /// <summary>The period that is on, and as far back as a timer looks after runs.</summary>
    private const int QuartersBack = 5;

    /// <summary>The same of months.</summary>
    private const int RatedMonthsBack = 6;

    /// <summary>Where a day has begun, the month of the servers' clock may not have.</summary>
    private const int MonthsAhead = 1;

    public IAsyncEnumerable<OutgoingEvent> ListAsync(AgencyId agency, CancellationToken cancel) =>
        PlacesOf(agency).ToAsyncEnumerable().SelectMany(place => store
            .ListAsync(place.Table, TableRange.Prefix(place.Partition, TableKeys.Unsent), null, cancel)
            .Select(row => OutboxRows.Read(row) with { Place = place }));

    public Task RemoveAsync(AgencyId agency, OutgoingEvent sent, CancellationToken cancel)
    {
        var place = sent.Place ?? new OutboxPlace(TableOf[sent.Type], agency.ToString());
        return store.RemoveAsync(place.Table, place.Partition, OutboxRows.Key(sent), cancel);
    }

    private IEnumerable<OutboxPlace> PlacesOf(AgencyId agency)
    {
        var today = clock.Now().InUtc().Date;
        var month = today.ToYearMonth();
        return
        [
            .. TableOf.Values.Append(TableNames.ShiftSwaps).Distinct()
                .Select(table => new OutboxPlace(table, agency.ToString())),
            .. MonthsOf(TableNames.Corrections),
            .. MonthsOf(TableNames.Rulings),
            .. MonthsOf(TableNames.PresenceProofs),
            .. PeriodsOf(TableNames.Ratings),
            .. Enumerable.Range(-YearsBack, YearsBack + 2).Select(i => new OutboxPlace(
                TableNames.DailyEntries, WorkPlanKeys.Partition(agency, month.Year + i))),
        ];

        IEnumerable<OutboxPlace> PeriodsOf(string table) =>
            Enumerable.Range(0, QuartersBack + 1).Select(i => Quarter.Of(today.PlusMonths(-3 * i)))
                .SelectMany(quarter => new[] { quarter, AppraisalPeriod.OfYear(quarter.Year) }).Distinct()
                .Concat(Enumerable.Range(0, RatedMonthsBack + 1).Select(
                    i => AppraisalPeriod.OfMonth(month.PlusMonths(-i))))
                .Select(period => new OutboxPlace(table, TableKeys.Period(agency, period)));

        IEnumerable<OutboxPlace> MonthsOf(string table) =>
            Enumerable.Range(-MonthsBack, MonthsBack + 1 + MonthsAhead)
                .Select(i => new OutboxPlace(table, TableKeys.MonthOf(agency, month.PlusMonths(i))));
    }
}
