using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;

namespace Kinerja.Application.Runs;

/// <summary>One row a question, in the partition of the agency whose people were asked for.</summary>
public sealed class TableNipResolutions(TableStore store) : INipResolutions
{
    private const string Table = TableNames.NipResolutions;

    public Task AddAsync(NipResolution resolution, CancellationToken cancel) =>
        store.PutAsync(Table, NipResolutionRows.Write(resolution), cancel);

    public Task<ListPage<NipResolution>> PageAsync(
        AgencyId agency, string? after, int most, CancellationToken cancel) =>
        store.PageAsync(Table, agency.ToString(), after, most, NipResolutionRows.Read, cancel);
}

internal static class NipResolutionRows
{
    private const int HashLetters = 16;

    internal static TableEntity Write(NipResolution one)
    {
        var row = TableColumns.NewRow(one.AgencyId.ToString(), KeyOf(one));
        row.PutInstant("At", one.At);
        row.PutActor(one.Actor);
        row["Purpose"] = one.Purpose;
        row.PutPeriod(one.Period);
        row["Revision"] = one.Revision;
        row["Asked"] = string.Join(' ', one.Asked);
        row["Given"] = one.Given;
        return row;
    }

    internal static NipResolution Read(TableEntity row) => new(
        AgencyId.Parse(row.PartitionKey).Value,
        row.Instant("At"),
        row.Actor()!,
        row.Text("Purpose"),
        row.Period(),
        row.Int("Revision"),
        [.. row.Text("Asked").Split(' ').Select(StoredValues.Person)],
        row.Int("Given"));

    /// <summary>The newest sorts first; the same question of the same moment is the same row.</summary>
    private static string KeyOf(NipResolution one)
    {
        var said = $"{one.Actor.Client} {one.Period} {string.Join(' ', one.Asked)} {one.Purpose}";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)))[..HashLetters];
        return string.Create(
            CultureInfo.InvariantCulture, $"{long.MaxValue - one.At.ToUnixTimeTicks():D19}_{one.Actor.Agency}_{hash}");
    }
}
