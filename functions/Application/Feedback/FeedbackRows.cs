using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.Feedback;
using Kinerja.Domain.WorkPlans;
using NodaTime.Text;

namespace Kinerja.Application.Feedback;

/// <summary>
/// A note as a row. Guide, plan row and evidence came later: rows without them are notes without them.
/// </summary>
internal static class FeedbackRows
{
    /// <summary>How the keys of what somebody gave begin: behind all people, whose keys are hexadecimal.</summary>
    internal static string GivenBy(EmployeeId giver) => $"given_{giver}_";

    /// <summary>By the receiver.</summary>
    internal static TableEntity Write(FeedbackNote note) => Write(note, KeyOf(note));

    /// <summary>The same once more, by the giver.</summary>
    internal static TableEntity WriteGiven(FeedbackNote note) =>
        Write(note, GivenBy(note.Claim.GiverId) + KeyOf(note));

    private static string KeyOf(FeedbackNote note) => TableKeys.OfPerson(note.Claim.ReceiverId, note.Claim.Id);

    private static TableEntity Write(FeedbackNote note, string key)
    {
        var claim = note.Claim;
        var row = TableColumns.NewRow(TableKeys.Period(claim.AgencyId, note.Quarter), key);
        row["Id"] = claim.Id.ToString();
        row["AgencyId"] = claim.AgencyId.ToString();
        row["GiverId"] = claim.GiverId.ToString();
        row["ReceiverId"] = claim.ReceiverId.ToString();
        row.PutEnum<GiverRole>("Role", claim.Role);
        row.PutEnum<FeedbackSubject>("Subject", claim.Subject);
        row.PutEnum("Level", claim.Level);
        row["Words"] = claim.Words;
        row["Quarter"] = note.Quarter.ToString();
        row.PutInstant("ReceivedAt", note.ReceivedAt);
        if (claim.Guide is { } guide)
        {
            row["Guide"] = guide;
        }

        row.PutText("PlanFrom", claim.Row is { } planned ? LocalDatePattern.Iso.Format(planned.PlanFrom) : null);
        row.PutText("ResultId", claim.Row?.ResultId.ToString());
        if (claim.Evidence.Count > 0)
        {
            row.PutChunks("Evidence", StoredEvidenceLink.Write(claim.Evidence));
        }

        row.PutActor(note.Actor);
        return row;
    }

    internal static FeedbackNote Read(TableEntity row) => new(
        ReadClaim(row), Quarter.Parse(row.Text("Quarter")).Value, row.Instant("ReceivedAt"))
    {
        Actor = row.Actor(),
    };

    private static SubmittedFeedback ReadClaim(TableEntity row) => new(
        ClientId.Parse(row.Text("Id")).Value,
        AgencyId.Parse(row.Text("AgencyId")).Value,
        EmployeeId.Parse(row.Text("GiverId")).Value,
        EmployeeId.Parse(row.Text("ReceiverId")).Value,
        row.Enum<GiverRole>("Role"),
        row.Enum<FeedbackSubject>("Subject"),
        row.EnumOrNull<ExpectationLevel>("Level"),
        row.Text("Words"))
    {
        Guide = row.GetInt32("Guide"),
        Row = row.GetString("PlanFrom") is { } from
            ? new(LocalDatePattern.Iso.Parse(from).Value, PlanRowId.Parse(row.Text("ResultId")).Value)
            : null,
        Evidence = row.ContainsKey("Chunks") ? StoredEvidenceLink.Read(row.GetChunks("Evidence")) : [],
    };
}
