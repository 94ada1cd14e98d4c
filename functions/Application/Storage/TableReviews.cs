using Azure.Data.Tables;
using Kinerja.Application.Contracts;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Reviews;
using Kinerja.Domain.Presence.Signals;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Storage;

/// <summary>An agency's reviews in one partition, by id, which begins with the month.</summary>
public sealed class TableReviews(TableStore store) : IReviews
{
    public async Task<Tagged<Review>?> FindAsync(AgencyId agency, ReviewId id, CancellationToken cancel) =>
        await store.FindAsync(TableNames.Reviews, agency.ToString(), id.ToString(), cancel) is { } row
            ? new(ReviewRows.Read(row), row.ETag.ToString())
            : null;

    public IAsyncEnumerable<Tagged<Review>> ListAsync(AgencyId agency, YearMonth month, CancellationToken cancel) => store
        .ListAsync(TableNames.Reviews, TableRange.Prefix(agency.ToString(), TableKeys.ReviewMonth(month)), null, cancel)
        .Select(row => new Tagged<Review>(ReviewRows.Read(row), row.ETag.ToString()));

    /// <summary>The service looks through the agency's reviews for this superior's; only his travel.</summary>
    public IAsyncEnumerable<Review> ListAsync(
        AgencyId agency, EmployeeId rater, ReviewState state, ReviewId? after, CancellationToken cancel)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {agency.ToString()} and RowKey gt {after?.ToString() ?? ""} and RaterId eq {rater.ToString()} and State eq {JsonFormat.Name(state)}");
        return store.ListAsync(TableNames.Reviews, filter, null, cancel).Select(ReviewRows.Read);
    }

    public Task<bool> AddAsync(Review review, OutgoingEvent news, CancellationToken cancel) => store.PutTogetherAsync(
        TableNames.Reviews, ReviewRows.Write(review), null, OutboxRows.Write(review.AgencyId.ToString(), news), cancel);

    public Task<bool> ReplaceAsync(Review review, string tag, CancellationToken cancel) =>
        store.ReplaceAsync(TableNames.Reviews, ReviewRows.Write(review), tag, cancel);
}

/// <summary>A review as a row; its evidence and its trail as JSON, since they are lists.</summary>
internal static class ReviewRows
{
    internal static TableEntity Write(Review review)
    {
        var row = TableColumns.NewRow(review.AgencyId.ToString(), review.Id.ToString());
        row["EmployeeId"] = review.EmployeeId.ToString();
        row.PutText("RaterId", review.RaterId?.ToString());
        row.PutEnum<SignalKind>("Signal", review.Signal);
        row.PutEnum<ReviewState>("State", review.State);
        row["Month"] = YearMonthPattern.Iso.Format(review.Month);
        row.PutInstant("OpenedAt", review.OpenedAt);
        row["Policy"] = review.PolicyVersion;
        row.PutChunks("Lists", ReviewLists.Write(review));
        return row;
    }

    internal static Review Read(TableEntity row)
    {
        var employee = EmployeeId.Parse(row.Text("EmployeeId")).Value;
        var signal = row.Enum<SignalKind>("Signal");
        var (evidence, trail) = ReviewLists.Read(row.GetChunks("Lists"), employee, signal);
        return new Review(
            AgencyId.Parse(row.PartitionKey).Value,
            ReviewId.Parse(row.RowKey).Value,
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
