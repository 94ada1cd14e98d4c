using System.Globalization;
using Kinerja.AgencyApp;
using Spectre.Console;

namespace Kinerja.Local.Story;

/// <summary>What the agency apps sent and what they were told.</summary>
internal static class TallyTable
{
    internal static void Print(IAnsiConsole console, ReplayTally tally)
    {
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumn("")
            .AddColumn(new TableColumn("").RightAligned()).AddColumn("");
        Row("requests sent", tally.Sent, "check-ins, batches, feedback, ratings, corrections");
        Row("stored", tally.Stored, "new check-ins, feedback notes and corrections");
        Row("recognised as resent", tally.Replayed, "answered with the stored verdict, counted once");
        Row("inside a fence", tally.Inside, $"{Number(tally.Flexible)} of them flexible work, worth the same");
        Row(
            "outside / uncertain",
            tally.Outside + tally.Uncertain,
            $"stored with their verdict: {Number(tally.Outside)} outside, {Number(tally.Uncertain)} too inaccurate to tell");
        Row("sent days late", tally.SentLate, "offline phones; the time of capture counts");
        Row("wrong device clock", tally.WrongClocks, "moved by how far it was off, and the answer says so");
        Row("mock location reported", tally.Flagged, "stored and flagged for the superior; nobody is punished");
        foreach (var (problem, times) in tally.Refused)
        {
            Row($"refused: {problem}", times, "");
        }

        console.Write(table);

        void Row(string what, int count, string note) =>
            table.AddRow(what, $"[bold]{Number(count)}[/]", $"[grey]{note}[/]");
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
