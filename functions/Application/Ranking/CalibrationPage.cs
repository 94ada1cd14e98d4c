using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kinerja.Domain.Evaluation.Distribution;

namespace Kinerja.Application.Ranking;

/// <summary>
/// The calibration pack as a page: plain tables, no script, and every text that came from outside escaped.
/// </summary>
public static class CalibrationPage
{
    private const string Style =
        "body{font-family:system-ui,sans-serif;margin:2rem;max-width:70rem}table{border-collapse:collapse;margin:1rem 0}"
        + "th,td{border:1px solid #999;padding:.3rem .6rem;text-align:left;vertical-align:top}th{background:#eee}"
        + ".n{text-align:right}.b{background:#fde3c8}";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Write(CalibrationResponse pack, bool indonesian)
    {
        var page = new Sheet(indonesian);
        page.Raw(
            $"<!doctype html>\n<html lang=\"{(indonesian ? "id" : "en")}\">\n<head>\n<meta charset=\"utf-8\">\n<title>");
        page.Text($"{page.Word("title")} {pack.AgencyId} {pack.Period}");
        page.Raw($"</title>\n<style>{Style}</style>\n</head>\n<body>\n<h1>");
        page.Text($"{page.Word("title")} · {pack.AgencyId} · {pack.Period}");
        page.Raw("</h1>\n<p>");
        page.Text($"{page.Word("revision")} {pack.Revision} · {page.Word("state")}: {page.Word(pack.State)} · "
            + $"{page.Word("policy")}: {pack.Policy.Pattern} ({pack.Policy.Version})");
        page.Raw("</p>\n<p>");
        page.Text(page.Word("note"));
        page.Raw("</p>\n");
        Units(page, pack.Units);
        Limits(page, pack.Units);
        Raters(page, pack.Raters);
        NotAssessed(page, pack.NotAssessed);
        page.Raw("</body>\n</html>\n");
        return page.ToString();
    }

    private static void Units(Sheet page, IReadOnlyList<UnitCalibrationResponse> units) => page.Table(
        "units",
        [
            "unit",
            "level",
            "assessed",
            "notAssessedCount",
            "veryGood",
            "good",
            "needsImprovement",
            "poor",
            "veryPoor",
            "standing"
        ],
        units,
        unit => unit.Breaches > 0,
        unit =>
        [
            NameOf(page, unit), unit.Level is { } level ? page.Word(level) : "–", unit.Assessed, unit.NotAssessed,
            unit.Found.VeryGood, unit.Found.Good, unit.Found.NeedsImprovement, unit.Found.Poor, unit.Found.VeryPoor,
            page.Word(unit.Standing) + (unit.CanHold ? "" : $". {page.Word("cannotHold")}"),
        ]);

    private static void Limits(Sheet page, IReadOnlyList<UnitCalibrationResponse> units) => page.Table(
        "limits",
        ["unit", "who", "wanted", "exact", "found", "standing"],
        [.. units.SelectMany(unit => unit.Limits, (unit, limit) => (unit, limit))],
        row => !row.limit.Kept,
        row =>
        [
            NameOf(page, row.unit),
            string.Join(" + ", row.limit.Predicates.Select(page.Word)),
            page.Word(row.limit.Kind)
                + (row.limit.Percent is { } percent ? $" {percent}% = {row.limit.WantedPeople}" : ""),
            row.limit.Rounded == RoundedWay.Whole
                ? row.limit.ExactPeople
                : $"{page.Number(row.limit.ExactPeople)} {page.Word(row.limit.Rounded)}",
            $"{row.limit.FoundPeople} ({page.Number(row.limit.FoundPercent)}%)",
            page.Word(row.limit.Kept ? "kept" : "breach"),
        ]);

    private static void Raters(Sheet page, IReadOnlyList<RaterCalibrationResponse> raters) => page.Table(
        "raters",
        ["rater", "rated", "meanScore", "spread", "meanPredicate", "spread", "peers", "spread", "standing", "reason"],
        raters,
        rater => rater.ReasonMissing,
        rater =>
        [
            rater.RaterId, rater.Own.Rated, rater.Own.MeanScore, rater.Own.ScoreSpread, rater.Own.MeanPredicate,
            rater.Own.PredicateSpread, rater.Peers.MeanScore, rater.Peers.ScoreSpread, page.Word(rater.Standing),
            rater.ReasonMissing ? page.Word("reasonMissing") : rater.Reason?.Reason,
        ]);

    private static void NotAssessed(Sheet page, IReadOnlyList<UnassessedPerson> people) => page.Table(
        "notAssessed",
        ["person", "unit", "why"],
        people,
        _ => false,
        person => [person.EmployeeId, person.UnitId, page.Word(person.Reason)]);

    private static string NameOf(Sheet page, UnitCalibrationResponse unit) =>
        unit.UnitId is null ? page.Word("wholeAgency") : $"{unit.Name ?? $"{unit.UnitId}"} ({unit.UnitId})";

    /// <summary>What is written so far; a text goes through the encoder, whoever wrote it.</summary>
    private sealed class Sheet(bool indonesian)
    {
        private static readonly CultureInfo English = CultureInfo.InvariantCulture;

        private readonly StringBuilder _html = new();

        public override string ToString() => _html.ToString();

        internal string Word(string key) => CalibrationTexts.Of(key, indonesian);

        internal string Word<T>(T value)
            where T : struct, Enum => Word(JsonFormat.Name(value));

        /// <summary>Indonesian writes a comma for the decimal point.</summary>
        internal string Number(decimal value) =>
            indonesian ? value.ToString("0.00", English).Replace('.', ',') : value.ToString("0.00", English);

        internal void Raw(string html) => _html.Append(html);

        internal void Text(string text) => _html.Append(Encoder.Encode(text));

        internal void Table<T>(
            string title, IReadOnlyList<string> columns, IReadOnlyList<T> rows, Func<T, bool> marked,
            Func<T, IReadOnlyList<object?>> cells)
        {
            _html.Append("<h2>").Append(Encoder.Encode(Word(title))).Append("</h2>\n");
            if (rows.Count == 0)
            {
                _html.Append("<p>").Append(Encoder.Encode(Word("nobody"))).Append("</p>\n");
                return;
            }

            _html.Append("<table>\n<tr>");
            foreach (var column in columns)
            {
                _html.Append("<th scope=\"col\">").Append(Encoder.Encode(Word(column))).Append("</th>");
            }

            foreach (var row in rows)
            {
                _html.Append(marked(row) ? "</tr>\n<tr class=\"b\">" : "</tr>\n<tr>");
                foreach (var cell in cells(row))
                {
                    _html.Append(cell is int or decimal ? "<td class=\"n\">" : "<td>")
                        .Append(Encoder.Encode(Written(cell))).Append("</td>");
                }
            }

            _html.Append("</tr>\n</table>\n");
        }

        private string Written(object? cell) => cell switch
        {
            null => "–",
            int whole => whole.ToString(English),
            decimal number => Number(number),
            _ => $"{cell}",
        };
    }
}
