using System.Globalization;
using Kinerja.Local.Ministry;
using Spectre.Console;

namespace Kinerja.Local.Story;

/// <summary>A received ranking for people: what was verified, then its top, or every place.</summary>
internal static class RankingTable
{
    private const int FirstBelowTop = 2;

    /// <param name="console">Gets it.</param>
    /// <param name="ranking">As received.</param>
    /// <param name="faults">What is wrong with it.</param>
    /// <param name="said">What its seal says.</param>
    /// <param name="whole">Every place; without it those the top share concerns, and the first ones after it.</param>
    internal static void Print(
        IAnsiConsole console, ReceivedRanking ranking, IReadOnlyList<string> faults, SealedFacts? said,
        bool whole)
    {
        var manifest = ranking.Manifest;
        console.Heading($"[bold]{ranking.Agency}[/] · {ranking.Period}{Replaces(ranking)}");
        console.MarkupLineInterpolated(
            $"{Number("assessed")} assessed, {Number("notAssessed")} not assessed. The top share holds at most {Number("cap")}:\n{Number("inTopShare")} in, {Number("excludedFromReward")} in without a reward, {Number("tiedAtCap")} equals left out, since they would exceed it.");
        if (faults.Count > 0)
        {
            throw new InvalidOperationException(
                $"The ranking of {ranking.Agency} is not right: {string.Join(' ', faults)}");
        }

        console.MarkupLineInterpolated(
            $"[green]Verified[/]: {Pages(manifest.GetProperty("pages").GetArrayLength())}, counts, hashes, chain {Short("chainSha256")}…,\nroot of the lines {Short("linesRootSha256")}…, manifest {ranking.Sha256[..12]}….");
        console.MarkupLineInterpolated(
            $"[green]Sealed[/] by a published key: {said!.Finality}, published {said.PublishedAt},\nobjections until {said.ObjectionsUntil}.");
        console.WriteLine("Places: by predicate, then score, then behaviour score; equals share a place.");

        var table = new Table().Border(TableBorder.Rounded)
            .AddColumn(new TableColumn("place").RightAligned())
            .AddColumn("surrogate id")
            .AddColumn("predicate")
            .AddColumn(new TableColumn("score").RightAligned())
            .AddColumn("top share");
        var lines = ranking.Lines().ToList();
        var shown = whole ? lines.Count : lines.FindLastIndex(line => Share(line.TopShare) != "") + 1 + FirstBelowTop;
        foreach (var line in lines.Take(shown))
        {
            table.AddRow(
                line.Place.ToString(CultureInfo.InvariantCulture),
                line.EmployeeId,
                Words(line.Predicate),
                line.Score.ToString("0.00", CultureInfo.InvariantCulture),
                Share(line.TopShare));
        }

        console.Write(table);
        if (lines.Count - shown is > 0 and var more)
        {
            console.MarkupLineInterpolated($"[grey]{more} more places; --ranking prints them.[/]");
        }

        int Number(string name) => manifest.GetProperty(name).GetInt32();
        string Pages(int count) => count == 1 ? "1 page" : $"{count} pages";
        string Short(string name) => manifest.GetProperty(name).GetString()![..12];
    }

    internal static string Share(string share) => share switch
    {
        "in" => "[green]in[/]",
        "tiedAtCap" => "[yellow]tied at the cap[/]",
        "excludedFromReward" => "[yellow]in, no reward[/]",
        _ => "",
    };

    private static string Replaces(ReceivedRanking ranking) =>
        ranking.Revision == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" · revision {ranking.Revision}");

    internal static string Words(string predicate) => predicate switch
    {
        "veryGood" => "Sangat Baik",
        "good" => "Baik",
        "needsImprovement" => "Butuh Perbaikan",
        "poor" => "Kurang",
        "veryPoor" => "Sangat Kurang",
        _ => predicate,
    };
}
