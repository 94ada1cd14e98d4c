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

    public static string Write(CalibrationResponse pack, bool indonesian)
    {
        var title = CalibrationTexts.Of("title", indonesian);
        var page = new HtmlWriter($"{title} {pack.AgencyId} {pack.Period}", Style, indonesian);
        page.Text("h1", $"{title} · {pack.AgencyId} · {pack.Period}");
        page.Text(
            "p",
            $"{Word(page, "revision")} {pack.Revision} · {Word(page, "state")}: {Word(page, pack.State)} · "
            + $"{Word(page, "policy")}: {pack.Policy.Pattern} ({pack.Policy.Version})");
        page.Text("p", Word(page, "note"));
        Units(page, pack.Units);
        Limits(page, pack.Units);
        Raters(page, pack.Raters);
        NotAssessed(page, pack.NotAssessed);
        return page.Finish();
    }

    private static void Units(HtmlWriter page, IReadOnlyList<UnitCalibrationResponse> units) => Table(
        page,
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
            NameOf(page, unit), unit.Level is { } level ? Word(page, level) : "–", unit.Assessed, unit.NotAssessed,
            unit.Found.VeryGood, unit.Found.Good, unit.Found.NeedsImprovement, unit.Found.Poor, unit.Found.VeryPoor,
            Word(page, unit.Standing) + (unit.CanHold ? "" : $". {Word(page, "cannotHold")}"),
        ]);

    private static void Limits(HtmlWriter page, IReadOnlyList<UnitCalibrationResponse> units) => Table(
        page,
        "limits",
        ["unit", "who", "wanted", "exact", "found", "standing"],
        [.. units.SelectMany(unit => unit.Limits, (unit, limit) => (unit, limit))],
        row => !row.limit.Kept,
        row =>
        [
            NameOf(page, row.unit),
            string.Join(" + ", row.limit.Predicates.Select(one => Word(page, one))),
            Word(page, row.limit.Kind)
                + (row.limit.Percent is { } percent ? $" {percent}% = {row.limit.WantedPeople}" : ""),
            row.limit.Rounded == RoundedWay.Whole
                ? row.limit.ExactPeople
                : $"{page.Number(row.limit.ExactPeople)} {Word(page, row.limit.Rounded)}",
            $"{row.limit.FoundPeople} ({page.Number(row.limit.FoundPercent)}%)",
            Word(page, row.limit.Kept ? "kept" : "breach"),
        ]);

    private static void Raters(HtmlWriter page, IReadOnlyList<RaterCalibrationResponse> raters) => Table(
        page,
        "raters",
        ["rater", "rated", "meanScore", "spread", "meanPredicate", "spread", "peers", "spread", "standing", "reason"],
        raters,
        rater => rater.ReasonMissing,
        rater =>
        [
            rater.RaterId, rater.Own.Rated, rater.Own.MeanScore, rater.Own.ScoreSpread, rater.Own.MeanPredicate,
            rater.Own.PredicateSpread, rater.Peers.MeanScore, rater.Peers.ScoreSpread, Word(page, rater.Standing),
            rater.ReasonMissing ? Word(page, "reasonMissing") : rater.Reason?.Reason,
        ]);

    private static void NotAssessed(HtmlWriter page, IReadOnlyList<UnassessedPerson> people) => Table(
        page,
        "notAssessed",
        ["person", "unit", "why"],
        people,
        _ => false,
        person => [person.EmployeeId, person.UnitId, Word(page, person.Reason)]);

    private static string NameOf(HtmlWriter page, UnitCalibrationResponse unit) =>
        unit.UnitId is null ? Word(page, "wholeAgency") : $"{unit.Name ?? $"{unit.UnitId}"} ({unit.UnitId})";

    private static string Word(HtmlWriter page, string key) => CalibrationTexts.Of(key, page.Indonesian);

    private static string Word<T>(HtmlWriter page, T value)
        where T : struct, Enum => Word(page, JsonFormat.Name(value));

    private static void Table<T>(
        HtmlWriter page, string title, IReadOnlyList<string> columns, IReadOnlyList<T> rows, Func<T, bool> marked,
        Func<T, IReadOnlyList<object?>> cells)
    {
        page.Text("h2", Word(page, title));
        if (rows.Count == 0)
        {
            page.Text("p", Word(page, "nobody"));
            return;
        }

        page.Table(
            columns.Select(column => Word(page, column)),
            rows.Select(row => new HtmlRow(cells(row), marked(row) ? "b" : null)));
    }
}
