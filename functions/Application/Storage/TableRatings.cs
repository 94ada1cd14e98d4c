using Azure.Data.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;

namespace Kinerja.Application.Storage;

public sealed class TableRatings(TableStore store) : IRatings
{
    public async Task<Tagged<Rating>?> FindAsync(AgencyId agency, AppraisalPeriod period, EmployeeId employee, CancellationToken cancel)
    {
        var row = await store.FindAsync(
            TableNames.Ratings, TableKeys.Period(agency, period), TableKeys.Person(employee), cancel);
        return row is null ? null : new(RatingRows.Read(row), row.ETag.ToString());
    }

    public Task<bool> PutAsync(AgencyId agency, Rating rating, string? tag, CancellationToken cancel)
    {
        var row = RatingRows.Write(agency, rating);
        return tag is null
            ? store.AddAsync(TableNames.Ratings, row, cancel)
            : store.ReplaceAsync(TableNames.Ratings, row, tag, cancel);
    }

    public IAsyncEnumerable<Rating> ListAsync(AgencyId agency, AppraisalPeriod period, HashRange range, CancellationToken cancel) =>
        store.ListAsync(TableNames.Ratings, TableRange.People(TableKeys.Period(agency, period), range), null, cancel)
            .Select(RatingRows.Read);

    public Task PutAsync(AgencyId agency, UnitPerformance performance, CancellationToken cancel) =>
        store.PutAsync(TableNames.UnitPerformance, RatingRows.Write(agency, performance), cancel);

    public IAsyncEnumerable<UnitPerformance> ListUnitsAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel) =>
        store.ListAsync(TableNames.UnitPerformance, TableRange.Partition(TableKeys.Period(agency, period)), null, cancel)
            .Select(RatingRows.ReadUnit);
}

internal static class RatingRows
{
    internal static TableEntity Write(AgencyId agency, Rating rating)
    {
        var row = TableColumns.NewRow(TableKeys.Period(agency, rating.Period), TableKeys.Person(rating.EmployeeId));
        Put(row, rating);
        return row;
    }

    /// <summary>The rating's own columns; a frozen input holds the same ones.</summary>
    internal static void Put(TableEntity row, Rating rating)
    {
        row.PutPeriod(rating.Period);
        row["EmployeeId"] = rating.EmployeeId.ToString();
        row["RaterId"] = rating.RaterId.ToString();
        row.PutEnum<ExpectationLevel>("Result", rating.Result);
        row.PutEnum<ExpectationLevel>("Behaviour", rating.Behaviour);
        row["Skp"] = rating.Skp.Hundredths;
        row["BehaviourScore"] = rating.BehaviourScore.Hundredths;
        row.PutText("Reason", rating.Reason);
        row.PutInstant("RatedAt", rating.RatedAt);
        row["RatingVersion"] = rating.Version;
        row.PutText("NewIdea", rating.NewIdea?.Words);
        row.PutText("NewIdeaEvidence", rating.NewIdea?.EvidenceLink);
    }

    internal static Rating Read(TableEntity row) => new(
        row.Period(),
        EmployeeId.Parse(row.Text("EmployeeId")).Value,
        EmployeeId.Parse(row.Text("RaterId")).Value,
        row.Enum<ExpectationLevel>("Result"),
        row.Enum<ExpectationLevel>("Behaviour"),
        Score.FromHundredths(row.Int("Skp")),
        Score.FromHundredths(row.Int("BehaviourScore")),
        row.GetString("Reason"),
        row.Instant("RatedAt"),
        row.Int("RatingVersion"))
    {
        NewIdea = row.GetString("NewIdea") is { } idea ? new NewIdea(idea, row.Text("NewIdeaEvidence")) : null,
    };

    internal static TableEntity Write(AgencyId agency, UnitPerformance performance)
    {
        var row = TableColumns.NewRow(TableKeys.Period(agency, performance.Period), performance.UnitId.ToString());
        row.PutPeriod(performance.Period);
        row.PutEnum<OrganisationLevel>("Level", performance.Level);
        row["SetById"] = performance.SetById.ToString();
        row.PutInstant("SetAt", performance.SetAt);
        return row;
    }

    internal static UnitPerformance ReadUnit(TableEntity row) => new(
        row.Period(),
        UnitId.Parse(row.RowKey).Value,
        row.Enum<OrganisationLevel>("Level"),
        EmployeeId.Parse(row.Text("SetById")).Value,
        row.Instant("SetAt"));
}
