using System.Globalization;

namespace Kinerja.Local.Ministry;

/// <summary>The table for people, at most 80 columns wide; what is longer than its column is cut.</summary>
internal static class ResultsPrint
{
    internal static void Print(TextWriter to, IReadOnlyList<PeriodResult> results, int rows)
    {
        to.WriteLine(Line(
            Left("AGENCY", 24), Left("PERIOD", 8), Right("REV", 3), Left("STATE", 8), Right("ASSESSED", 8),
            Right("NOT", 5), Right("TOP", 5)));
        foreach (var of in results)
        {
            to.WriteLine(Line(
                Left(of.Agency, 24), Left(of.Period, 8), Right(Number(of.Revision), 3), Left(of.State, 8),
                Right(Number(of.Assessed), 8), Right(Number(of.NotAssessed), 5), Right(Number(of.InTopShare), 5)));
            foreach (var lack in of.Waits)
            {
                to.WriteLine(Left($"  waits for {lack}", 80).TrimEnd());
            }
        }

        foreach (var of in results.Where(one => one.Rows.Count > 0 && rows > 0))
        {
            PrintPeople(to, of, rows);
        }
    }

    private static void PrintPeople(TextWriter to, PeriodResult of, int rows)
    {
        to.WriteLine();
        to.WriteLine(Left($"{of.Agency} {of.Period}, revision {of.Revision}, {of.State}", 80).TrimEnd());
        to.WriteLine(Line(
            Right("PLACE", 6), Left("PERSON", 30), Left("PREDICATE", 16), Right("SCORE", 6), Left("TOP SHARE", 14)));
        foreach (var row in of.Rows.Take(rows))
        {
            to.WriteLine(Line(
                Right(Number(row.Place), 6), Left(row.EmployeeId, 30), Left(row.Predicate ?? row.NotAssessed!, 16),
                Right(row.Score is { } score ? score.ToString("F2", CultureInfo.InvariantCulture) : "", 6),
                Left(row.TopShare is "out" or null ? "" : row.TopShare, 14)));
        }

        if (of.Rows.Count > rows)
        {
            to.WriteLine($"       {of.Rows.Count - rows} more: --rows {of.Rows.Count}");
        }
    }

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Line(params string[] cells) => string.Join("  ", cells).TrimEnd();

    private static string Left(string text, int width) =>
        (text.Length > width ? text[..(width - 3)] + "..." : text).PadRight(width);

    private static string Right(string text, int width) => text.PadLeft(width);
}
