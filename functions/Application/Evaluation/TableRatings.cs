using Azure.Data.Tables;
using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;

namespace Kinerja.Application.Evaluation;

/// <summary>What stands of each person, and beside it, out of the range of people, every version.</summary>
public sealed class TableRatings(TableStore store) : IRatings
{
    public Task<Tagged<Rating>?> FindAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, CancellationToken cancel) =>
        store.FindAsync(
            TableNames.Ratings, TableKeys.Period(agency, period), TableKeys.Person(employee), RatingRows.Read, cancel);

    public async Task<IReadOnlyList<Rating>> ListVersionsAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, CancellationToken cancel)
    {
        var filter = TableRange.Prefix(
            TableKeys.Period(agency, period), TableKeys.Versions(TableKeys.Person(employee)));
        var kept = await store.ListAsync(TableNames.Ratings, filter, RatingRows.Read, cancel)
            .ToListAsync(cancel);
        return kept.Count == 0 && await FindAsync(agency, period, employee, cancel) is { } only ? [only.Value] : kept;
    }

    public Task<bool> PutAsync(
        AgencyId agency, Rating rating, string? tag, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel)
    {
        var version = RatingRows.WriteVersion(agency, rating);
        List<TableTransactionAction> writes =
        [
            .. Versions.Next(RatingRows.Write(agency, rating), version, tag),
            .. OutboxRows.Beside(version.PartitionKey, news),
        ];
        if (rating.Late)
        {
            writes.Add(new(TableTransactionActionType.UpsertReplace, RatingRows.WriteLate(agency, rating)));
        }

        return store.SubmitAsync(TableNames.Ratings, writes, cancel);
    }

    public IAsyncEnumerable<Rating> ListAsync(
        AgencyId agency, AppraisalPeriod period, HashRange range, CancellationToken cancel) =>
        store.ListAsync(
            TableNames.Ratings, TableRange.People(TableKeys.Period(agency, period), range), RatingRows.Read, cancel)
            .Where(rating => rating.Voided is null);

    public IAsyncEnumerable<Rating> ListLateAsync(
        AgencyId agency, AppraisalPeriod period, HashRange range, CancellationToken cancel) =>
        store.ListAsync(
            TableNames.Ratings,
            TableRange.People(TableKeys.Period(agency, period), range, TableKeys.LateRatings), RatingRows.Read, cancel);

    public Task PutAsync(AgencyId agency, UnitPerformance performance, CancellationToken cancel) =>
        store.PutAsync(TableNames.UnitPerformance, RatingRows.Write(agency, performance), cancel);

    public IAsyncEnumerable<UnitPerformance> ListUnitsAsync(
        AgencyId agency, AppraisalPeriod period, CancellationToken cancel) =>
        store.ListAsync(
            TableNames.UnitPerformance, TableRange.Partition(TableKeys.Period(agency, period)),
            RatingRows.ReadUnit, cancel);
}
