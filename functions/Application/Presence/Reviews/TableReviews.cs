using Azure;
using Azure.Data.Tables;
using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Reviews;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Reviews;

/// <summary>
/// An agency's reviews in one partition, by id, which begins with the month. The same transaction writes each a second
/// time by month and person, for the fold, and a third time by superior and state, for his list: each reading is one
/// range of keys.
/// </summary>
public sealed class TableReviews(TableStore store) : IReviews
{
    private const string Table = TableNames.Reviews;

    public Task<Tagged<Review>?> FindAsync(AgencyId agency, ReviewId id, CancellationToken cancel) =>
        store.FindAsync(Table, agency.ToString(), id.ToString(), ReviewRows.Read, cancel);

    public IAsyncEnumerable<Tagged<Review>> ListAsync(AgencyId agency, YearMonth month, CancellationToken cancel) =>
        store
        .ListAsync(
            Table, TableRange.Prefix(agency.ToString(), TableKeys.ReviewMonth(month)),
            TableStore.Tag(ReviewRows.Read), cancel);

    public IAsyncEnumerable<Review> ListAsync(
        AgencyId agency, YearMonth month, HashRange range, CancellationToken cancel) => store
        .ListAsync(
            Table, TableRange.People(agency.ToString(), range, TableKeys.ReviewsOfPeople(month)),
            ReviewRows.Read, cancel);

    public IAsyncEnumerable<Review> ListAsync(
        AgencyId agency, YearMonth month, EmployeeId employee, CancellationToken cancel) => store
        .ListAsync(
            Table, TableRange.Prefix(agency.ToString(), TableKeys.ReviewsOf(month, employee)), ReviewRows.Read, cancel);

    public IAsyncEnumerable<Review> ListAsync(
        AgencyId agency, EmployeeId rater, ReviewState state, ReviewId? after, CancellationToken cancel)
    {
        var prefix = TableKeys.ReviewsFor(rater, state);
        return store.ListAsync(
            Table, TableRange.PrefixAfter(agency.ToString(), prefix, prefix + after), ReviewRows.Read, cancel);
    }

    public Task<bool> PutAsync(
        Review review, Tagged<Review>? standing, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel)
    {
        var row = ReviewRows.Write(review);
        List<TableTransactionAction> actions =
        [
            TableStore.Next(row, standing?.Tag),
            new(TableTransactionActionType.UpsertReplace, ReviewRows.Write(review, TableKeys.ReviewOf(review))),
        ];
        var (mine, before) = (
            TableKeys.ReviewFor(review),
            standing is null ? null : TableKeys.ReviewFor(standing.Value));
        if (mine is not null)
        {
            actions.Add(new(TableTransactionActionType.UpsertReplace, ReviewRows.Write(review, mine)));
        }

        if (before is not null && before != mine)
        {
            actions.Add(new(TableTransactionActionType.Delete, ReviewRows.Write(review, before), ETag.All));
        }

        actions.AddRange(OutboxRows.Beside(review.AgencyId.ToString(), news));
        return store.SubmitAsync(Table, actions, cancel);
    }
}

/// <summary>A review as a row; its evidence and its trail as JSON, since they are lists.</summary>
internal static class ReviewRows
{
    internal static TableEntity Write(Review review) => Write(review, review.Id.ToString());

    internal static TableEntity Write(Review review, string key)
    {
        var row = TableColumns.NewRow(review.AgencyId.ToString(), key);
        row["Id"] = review.Id.ToString();
        row["EmployeeId"] = review.EmployeeId.ToString();
        row.PutText("RaterId", review.RaterId?.ToString());
        row.PutEnum<SignalKind>("Signal", review.Signal);
        row.PutEnum<ReviewState>("State", review.State);
        row["Month"] = YearMonthPattern.Iso.Format(review.Month);
        row.PutInstant("OpenedAt", review.OpenedAt);
        row["Policy"] = review.PolicyVersion;
        row.PutChunks("Lists", StoredReviewLists.Write(review));
        return row;
    }

    internal static Review Read(TableEntity row)
    {
        var employee = EmployeeId.Parse(row.Text("EmployeeId")).Value;
        var signal = row.Enum<SignalKind>("Signal");
        var (evidence, trail) = StoredReviewLists.Read(row.GetChunks("Lists"), employee, signal);
        return new Review(
            AgencyId.Parse(row.PartitionKey).Value,
            ReviewId.Parse(row.Text("Id")).Value,
            employee,
            row.GetString("RaterId") is { } rater ? EmployeeId.Parse(rater).Value : null,
            signal,
            YearMonthPattern.Iso.Parse(row.Text("Month")).Value,
            evidence,
            row.Instant("OpenedAt"),
            row.Text("Policy"),
            trail);
    }
}
