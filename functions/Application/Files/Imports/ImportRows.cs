using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Files;

namespace Kinerja.Application.Files.Imports;

/// <summary>A page whose rows are sealed.</summary>
internal sealed record SealedImportPage(
    AgencyId AgencyId, ImportId Id, int Version, int Number, string SealedLines);

internal static class ImportRows
{
    private const string Lines = "Lines";

    /// <summary>How the partitions of all previews of an import begin.</summary>
    internal static string Previews(AgencyId agency, ImportId id) => $"{agency}_{id}_";

    /// <summary>Each preview has a partition, so that a new one takes nothing from the one before.</summary>
    internal static string Pages(AgencyId agency, ImportId id, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{Previews(agency, id)}{version:D5}");

    internal static string Page(int number) => number.ToString("D5", CultureInfo.InvariantCulture);

    internal static TableEntity Write(Import import)
    {
        var row = TableColumns.NewRow(import.AgencyId.ToString(), import.Id.ToString());
        row["PreviewVersion"] = import.Version;
        row.PutEnum<ImportState>("State", import.State);
        row["Pages"] = import.Pages;
        row["NextPage"] = import.NextPage;
        row.PutInstant("PreviewedAt", import.PreviewedAt);
        row.PutEnum("Choice", import.Choice);
        row.PutText("KeptColumns", import.KeptColumns.Count == 0 ? null : string.Join(' ', import.KeptColumns));
        if (import.EndedAt is { } ended)
        {
            row.PutInstant("EndedAt", ended);
        }

        var counts = import.Counts;
        row["New"] = counts.New;
        row["Changed"] = counts.Changed;
        row["Unchanged"] = counts.Unchanged;
        row["Faulty"] = counts.Faulty;
        row["Done"] = counts.Done;
        row["Moved"] = counts.Moved;
        row["Refused"] = counts.Refused;
        row["LeftOut"] = counts.LeftOut;
        row.PutActor(import.Actor);
        return row;
    }

    internal static Import Read(TableEntity row) => new(
        AgencyId.Parse(row.PartitionKey).Value,
        IdOf(row.RowKey),
        row.Int("PreviewVersion"),
        row.Enum<ImportState>("State"),
        new(
            row.Int("New"), row.Int("Changed"), row.Int("Unchanged"), row.Int("Faulty"), row.Int("Done"),
            row.Int("Moved"), row.Int("Refused"), row.Int("LeftOut")),
        row.Int("Pages"),
        row.Instant("PreviewedAt"))
    {
        Choice = row.EnumOrNull<ImportChoice>("Choice"),
        KeptColumns = row.GetString("KeptColumns")?.Split(' ') ?? [],
        NextPage = row.Int("NextPage"),
        EndedAt = row.GetInt64("EndedAt") is not null ? row.Instant("EndedAt") : null,
        Actor = row.Actor(),
    };

    internal static SealedImportPage Sealed(ImportPage page, ColumnSeal seal) => new(
        page.AgencyId, page.Id, page.Version, page.Number,
        seal.Seal(Place(page.AgencyId, page.Id, page.Version, page.Number), Encoding.UTF8.GetString(
            StoredImportLine.Write(page.Lines))));

    internal static ImportPage Open(SealedImportPage page, ColumnSeal seal) => new(
        page.AgencyId, page.Id, page.Version, page.Number,
        StoredImportLine.Read(Encoding.UTF8.GetBytes(
            seal.Open(Place(page.AgencyId, page.Id, page.Version, page.Number), page.SealedLines))));

    internal static TableEntity Write(SealedImportPage page)
    {
        var row = TableColumns.NewRow(Pages(page.AgencyId, page.Id, page.Version), Page(page.Number));
        row.PutChunks(Lines, Encoding.ASCII.GetBytes(page.SealedLines));
        return row;
    }

    internal static SealedImportPage ReadPage(TableEntity row)
    {
        var parts = row.PartitionKey.Split('_');
        return new(
            AgencyId.Parse(parts[0]).Value,
            IdOf(parts[1]),
            int.Parse(parts[2], CultureInfo.InvariantCulture),
            int.Parse(row.RowKey, CultureInfo.InvariantCulture),
            Encoding.ASCII.GetString(row.GetChunks(Lines)));
    }

    /// <summary>No kind's name and no hash holds a hyphen.</summary>
    internal static ImportId IdOf(string key) => key.Split('-') is [var kind, var hash]
        ? ImportId.Parse(StoredValues.Enum<ImportKind>(kind), hash).Value
        : throw new InvalidDataException($"{key} is no import.");

    private static string Place(AgencyId agency, ImportId id, int version, int number) =>
        $"{TableNames.ImportPages}_{Pages(agency, id, version)}_{Page(number)}_{Lines}";
}
