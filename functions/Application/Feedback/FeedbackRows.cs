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
    internal static TableEntity Write(FeedbackNote note)
    {
        var row = TableColumns.NewRow(
            TableKeys.Period(note.AgencyId, note.Quarter), TableKeys.OfPerson(note.ReceiverId, note.Id));
        row["Id"] = note.Id.ToString();
        row["AgencyId"] = note.AgencyId.ToString();
        row["GiverId"] = note.GiverId.ToString();
        row["ReceiverId"] = note.ReceiverId.ToString();
        row.PutEnum<GiverRole>("Role", note.Role);
        row.PutEnum<FeedbackSubject>("Subject", note.Subject);
        row.PutEnum("Level", note.Level);
        row["Words"] = note.Words;
        row["Quarter"] = note.Quarter.ToString();
        row.PutInstant("ReceivedAt", note.ReceivedAt);
        if (note.Guide is { } guide)
        {
            row["Guide"] = guide;
        }

        row.PutText("PlanFrom", note.Row is { } planned ? LocalDatePattern.Iso.Format(planned.PlanFrom) : null);
        row.PutText("ResultId", note.Row?.ResultId.ToString());
        if (note.Evidence.Count > 0)
        {
            row.PutChunks("Evidence", StoredEvidenceLink.Write(note.Evidence));
        }

        row.PutActor(note.Actor);
        return row;
    }

    internal static FeedbackNote Read(TableEntity row) => new(
        ClientId.Parse(row.Text("Id")).Value,
        AgencyId.Parse(row.Text("AgencyId")).Value,
        EmployeeId.Parse(row.Text("GiverId")).Value,
        EmployeeId.Parse(row.Text("ReceiverId")).Value,
        row.Enum<GiverRole>("Role"),
        row.Enum<FeedbackSubject>("Subject"),
        row.EnumOrNull<ExpectationLevel>("Level"),
        row.Text("Words"),
        Quarter.Parse(row.Text("Quarter")).Value,
        row.Instant("ReceivedAt"))
    {
        Guide = row.GetInt32("Guide"),
        Row = row.GetString("PlanFrom") is { } from
            ? new(LocalDatePattern.Iso.Parse(from).Value, PlanRowId.Parse(row.Text("ResultId")).Value)
            : null,
        Evidence = row.ContainsKey("Chunks") ? StoredEvidenceLink.Read(row.GetChunks("Evidence")) : [],
        Actor = row.Actor(),
    };
}
