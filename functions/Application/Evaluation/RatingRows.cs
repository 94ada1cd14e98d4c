using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;

namespace Kinerja.Application.Evaluation;

/// <summary>Ratings and units' performance as rows.</summary>
internal static class RatingRows
{
    internal static TableEntity Write(AgencyId agency, Rating rating)
    {
        var row = TableColumns.NewRow(TableKeys.Period(agency, rating.Period), TableKeys.Person(rating.EmployeeId));
        Put(row, rating);
        return row;
    }

    internal static TableEntity WriteVersion(AgencyId agency, Rating rating)
    {
        var row = TableColumns.NewRow(
            TableKeys.Period(
                agency, rating.Period), TableKeys.Version(TableKeys.Person(rating.EmployeeId), rating.Version));
        Put(row, rating);
        return row;
    }

    internal static TableEntity WriteLate(AgencyId agency, Rating rating)
    {
        var row = TableColumns.NewRow(
            TableKeys.Period(agency, rating.Period), TableKeys.LateRatings + TableKeys.Person(rating.EmployeeId));
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
        row.PutActor(rating.Actor);
        if (rating.Late)
        {
            row["Late"] = true;
        }

        row.PutText("ObjectionId", rating.ObjectionId?.ToString());
        row.PutText("NewIdea", rating.NewIdea?.Words);
        row.PutText("NewIdeaEvidence", rating.NewIdea?.EvidenceLink);
        if (rating.Voided is { } voided)
        {
            row["RightRaterId"] = voided.RightRaterId.ToString();
            row["VoidedById"] = voided.ById.ToString();
            row["VoidedBecause"] = voided.Reason;
            row.PutInstant("VoidedAt", voided.At);
            row.PutActor(voided.Actor, "Voided");
        }
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
        Actor = row.Actor(),
        Late = row.GetBoolean("Late") ?? false,
        ObjectionId = row.GetString("ObjectionId") is { } objection ? ClientId.Parse(objection).Value : null,
        NewIdea = row.GetString("NewIdea") is { } idea ? new NewIdea(idea, row.Text("NewIdeaEvidence")) : null,
        Voided = row.GetString("RightRaterId") is { } right
            ? new RatingVoid(
                EmployeeId.Parse(right).Value,
                EmployeeId.Parse(row.Text("VoidedById")).Value,
                row.Text("VoidedBecause"),
                row.Instant("VoidedAt"))
            {
                Actor = row.Actor("Voided"),
            }
            : null,
    };

    internal static TableEntity Write(AgencyId agency, UnitPerformance performance)
    {
        var row = TableColumns.NewRow(TableKeys.Period(agency, performance.Period), performance.UnitId.ToString());
        row.PutPeriod(performance.Period);
        row.PutEnum<OrganisationLevel>("Level", performance.Level);
        row["SetById"] = performance.SetById.ToString();
        row.PutInstant("SetAt", performance.SetAt);
        row.PutActor(performance.Actor);
        return row;
    }

    internal static UnitPerformance ReadUnit(TableEntity row) => new(
        row.Period(),
        UnitId.Parse(row.RowKey).Value,
        row.Enum<OrganisationLevel>("Level"),
        EmployeeId.Parse(row.Text("SetById")).Value,
        row.Instant("SetAt"))
    {
        Actor = row.Actor(),
    };
}
