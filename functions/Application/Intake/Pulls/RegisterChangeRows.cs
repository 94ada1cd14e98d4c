using System.Text.Json;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Intake.Pulls;

namespace Kinerja.Application.Intake.Pulls;

/// <summary>A change whose rows are sealed, of a pull of an agency.</summary>
internal sealed record SealedRegisterChange(AgencyId AgencyId, string Pull, RegisterChange Change);

/// <summary>A member of a change as it stands in the row's JSON.</summary>
internal sealed record StoredMemberChange(string Member, string? Before = null, string? After = null);

/// <summary>A fault of a row as it stands in the row's JSON.</summary>
internal sealed record StoredRowFault(string Pointer, string Detail, StoredSentence? Said = null)
{
    internal static StoredRowFault Of(FieldFault fault) =>
        new(fault.Pointer, fault.Detail.ToString(), StoredSentence.Of(fault.Detail));
}

internal static class RegisterChangeRows
{
    internal static string Partition(AgencyId agency, string pull) => $"{agency}_{pull}";

    internal static SealedRegisterChange Sealed(
        AgencyId agency, string pull, RegisterChange open, ColumnSeal seal) => new(agency, pull, open with
        {
            Rows = open.Rows is { } rows ? seal.Seal(Place(agency, pull, open.Key), rows) : null,
        });

    internal static RegisterChange Open(SealedRegisterChange closed, ColumnSeal seal) => closed.Change with
    {
        Rows = closed.Change.Rows is { } rows
            ? seal.Open(Place(closed.AgencyId, closed.Pull, closed.Change.Key), rows)
            : null,
    };

    internal static TableEntity Write(SealedRegisterChange closed)
    {
        var change = closed.Change;
        var row = TableColumns.NewRow(Partition(closed.AgencyId, closed.Pull), change.Key);
        row.PutEnum<RegisterPart>("Part", change.Part);
        row.PutText("Id", change.Id);
        row.PutEnum<RegisterChangeKind>("Kind", change.Kind);
        row.PutText("From", StoredValues.TextOrNull(change.From));
        row.PutText("Tag", change.Tag);
        row.PutText("Rows", change.Rows);
        row.PutEnum("Outcome", change.Outcome);
        row.PutSentence("OutcomeDetail", change.OutcomeDetail);
        row["Members"] = JsonSerializer.SerializeToUtf8Bytes(
            [.. change.Members.Select(m => new StoredMemberChange(m.Member, m.Before, m.After))],
            StoredJson.Default.StoredMemberChangeArray);
        row["Faults"] = JsonSerializer.SerializeToUtf8Bytes(
            [.. change.Faults.Select(StoredRowFault.Of)],
            StoredJson.Default.StoredRowFaultArray);
        return row;
    }

    internal static SealedRegisterChange Read(TableEntity row)
    {
        var parts = row.PartitionKey.Split('_');
        return new(AgencyId.Parse(parts[0]).Value, parts[1], new(
            row.RowKey, row.Enum<RegisterPart>("Part"), row.GetString("Id"), row.Enum<RegisterChangeKind>("Kind"))
        {
            From = StoredValues.DayOrNull(row.GetString("From")),
            Tag = row.GetString("Tag"),
            Rows = row.GetString("Rows"),
            Outcome = row.EnumOrNull<ChangeOutcome>("Outcome"),
            OutcomeDetail = row.SentenceOrNull("OutcomeDetail"),
            Members =
            [
                .. JsonSerializer.Deserialize(
                    row.GetBinary("Members"), StoredJson.Default.StoredMemberChangeArray)!
                    .Select(m => new MemberChange(m.Member, m.Before, m.After)),
            ],
            Faults =
            [
                .. JsonSerializer.Deserialize(row.GetBinary("Faults"), StoredJson.Default.StoredRowFaultArray)!
                    .Select(f => new FieldFault(f.Pointer, StoredSentence.Read(f.Detail, f.Said))),
            ],
        });
    }

    private static string Place(AgencyId agency, string pull, string key) =>
        $"{TableNames.RegisterChanges}_{agency}_{pull}_{key}_Rows";
}
