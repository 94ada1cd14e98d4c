using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>A correction as a row; its trail as JSON, since words may hold anything.</summary>
internal static class CorrectionRows
{
    internal static TableEntity Write(string partition, string key, CorrectionRecord record)
    {
        var correction = record.Correction;
        var row = TableColumns.NewRow(partition, key);
        row["Id"] = correction.Id.ToString();
        row["AgencyId"] = correction.AgencyId.ToString();
        row["EmployeeId"] = correction.EmployeeId.ToString();
        row["Date"] = LocalDatePattern.Iso.Format(correction.Date);
        row.PutEnum<CorrectionKind>("Kind", correction.Kind);
        row["Time"] = LocalTimePattern.ExtendedIso.Format(correction.Time);
        row.PutText("At", correction.At is { } at ? InstantPattern.ExtendedIso.Format(at) : null);
        row["Evidence"] = correction.Evidence;
        row.PutText("EvidenceLink", correction.EvidenceLink);
        row.PutEnum<CorrectionState>("State", correction.State);
        row["Trail"] = StoredCorrectionStep.Write(correction.Trail);
        row.PutText("Before", record.Before is { } before ? LocalTimePattern.ExtendedIso.Format(before) : null);
        return row;
    }

    internal static CorrectionRecord Read(TableEntity row)
    {
        var correction = new Correction(
            ClientId.Parse(row.Text("Id")).Value,
            AgencyId.Parse(row.Text("AgencyId")).Value,
            EmployeeId.Parse(row.Text("EmployeeId")).Value,
            LocalDatePattern.Iso.Parse(row.Text("Date")).Value,
            row.Enum<CorrectionKind>("Kind"),
            LocalTimePattern.ExtendedIso.Parse(row.Text("Time")).Value,
            row.Text("Evidence"),
            row.GetString("EvidenceLink"),
            row.Enum<CorrectionState>("State"),
            StoredCorrectionStep.Read(row.Text("Trail")))
        {
            At = row.GetString("At") is { } at ? InstantPattern.ExtendedIso.Parse(at).Value : null,
        };
        return new CorrectionRecord(
            correction,
            row.GetString("Before") is { } before ? LocalTimePattern.ExtendedIso.Parse(before).Value : null);
    }
}
