using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Notices;
using NodaTime;

namespace Kinerja.Application.Notices;

/// <summary>An item that asks somebody for a matter, listed under the matter's key.</summary>
internal sealed record AskedItem(AgencyId AgencyId, string Matter, EmployeeId EmployeeId, string ItemId, Instant At)
{
    /// <summary>When the item was ended: a later end of the matter does not end it again.</summary>
    public Instant? EndedAt { get; init; }
}

/// <summary>When a matter was decided last.</summary>
internal sealed record MatterEnd(AgencyId AgencyId, string Matter, Instant At);

/// <summary>Who was asked for a matter and when it was decided: a few rows side by side.</summary>
internal static class MatterRows
{
    private const int SliceLetters = 2;

    internal static string Partition(AgencyId agency, string matter) => $"{agency}_m{matter[..SliceLetters]}";

    /// <summary>Sorts before those who were asked, whose keys have an underscore there.</summary>
    internal static string End(string matter) => $"{matter}-end";

    internal static string Prefix(string matter, EmployeeId? person) =>
        person is { } who ? $"{matter}_{InboxKeys.Of(who)}" : $"{matter}_";

    internal static TableEntity Write(NoticeMatter matter, Notice asked) => Write(
        new AskedItem(matter.AgencyId, matter.Key, asked.EmployeeId, InboxKeys.Id(asked), asked.At));

    internal static TableEntity Write(AskedItem asked)
    {
        var row = TableColumns.NewRow(
            Partition(asked.AgencyId, asked.Matter), Prefix(asked.Matter, asked.EmployeeId) + asked.ItemId);
        row["AgencyId"] = asked.AgencyId.ToString();
        row["Matter"] = asked.Matter;
        row["EmployeeId"] = asked.EmployeeId.ToString();
        row["ItemId"] = asked.ItemId;
        row.PutInstant("At", asked.At);
        if (asked.EndedAt is { } ended)
        {
            row.PutInstant("EndedAt", ended);
        }

        return row;
    }

    /// <summary>The mark alone, to be merged.</summary>
    internal static TableEntity Ended(AskedItem asked, Instant at)
    {
        var row = new TableEntity(
            Partition(asked.AgencyId, asked.Matter), Prefix(asked.Matter, asked.EmployeeId) + asked.ItemId);
        row.PutInstant("EndedAt", at);
        return row;
    }

    internal static AskedItem ReadAsked(TableEntity row) => new(
        AgencyId.Parse(row.Text("AgencyId")).Value, row.Text("Matter"), StoredValues.Person(row.Text("EmployeeId")),
        row.Text("ItemId"), row.Instant("At"))
    {
        EndedAt = row.GetInt64("EndedAt") is null ? null : row.Instant("EndedAt"),
    };

    internal static TableEntity Write(MatterEnd end)
    {
        var row = TableColumns.NewRow(Partition(end.AgencyId, end.Matter), End(end.Matter));
        row["AgencyId"] = end.AgencyId.ToString();
        row["Matter"] = end.Matter;
        row.PutInstant("At", end.At);
        return row;
    }

    internal static MatterEnd ReadEnd(TableEntity row) =>
        new(AgencyId.Parse(row.Text("AgencyId")).Value, row.Text("Matter"), row.Instant("At"));
}
