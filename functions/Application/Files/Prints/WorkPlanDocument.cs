using System.Globalization;
using Kinerja.Domain.WorkPlans;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Files.Prints;

/// <summary>
/// One version of a person's work plan (SKP): planned results with their indicators, targets and what was reported of
/// them, the expected behaviour, the annex.
/// </summary>
internal static class WorkPlanDocument
{
    internal static Paper Of(
        WorkPlan plan, LocalDate lastDay, IReadOnlyList<Realisation> reported, PrintParty? person,
        PrintParty? rater) => new(
            PrintKind.WorkPlan,
            LocalDatePattern.Iso.Format(plan.From),
            ("Work plan (SKP)", "Sasaran kinerja pegawai (SKP)"),
            [PrintTexts.Span(plan.From, lastDay), StateOf(plan)],
            [
                new(("Employee", "Pegawai yang dinilai"), person),
                new(("Rater", "Pejabat penilai kinerja"), rater),
            ],
            [
                new("version", ("version", "versi"), $"{plan.Version}"),
                new("state", ("state", "status"), JsonFormat.Name(plan.State)),
                new("results", ("number of results", "jumlah hasil kerja"), $"{plan.Content.Results.Count}"),
            ],
            ["PermenPANRB 6/2022"],
            page => Write(page, plan, reported));

    private static Words StateOf(WorkPlan plan)
    {
        var state = PrintTexts.Of(plan.State);
        return ($"Version {plan.Version}: {state.English}", $"Versi {plan.Version}: {state.Indonesian}");
    }

    private static void Write(PrintPage page, WorkPlan plan, IReadOnlyList<Realisation> reported)
    {
        page.Section(("Results of work", "Hasil kerja"));
        page.Table(
            [
                ("No.", "No."), ("Planned result", "Rencana hasil kerja"), ("Indicator", "Indikator kinerja individu"),
                ("Target", "Target"), ("Reported", "Realisasi"),
            ],
            plan.Content.Results.Index().SelectMany(one => Rows(page, one.Index + 1, one.Item, reported)));
        Behaviour(page, plan.Content.Behaviour);
        Annex(page, plan.Content.Annex);
        if (plan.Agreement?.Words is { } words)
        {
            page.Section(("What the dialogue came to", "Hasil dialog"));
            page.Said(words);
        }
    }

    /// <summary>A row an indicator; the result stands in the first.</summary>
    private static IEnumerable<HtmlRow> Rows(
        PrintPage page, int number, PlannedResult result, IReadOnlyList<Realisation> reported)
    {
        string?[] head = [$"{number}", Head(page, result)];
        if (result.Indicators.Count == 0)
        {
            yield return new([.. head, "", "", Told(reported, result.Id)]);
        }

        foreach (var (n, indicator) in result.Indicators.Index())
        {
            yield return new([
                .. n == 0 ? head : ["", ""],
                string.Join(" · ", Parts(page, indicator)),
                indicator.Target is { } target ? $"{Figure(page, target.Value)} {target.Unit}" : "",
                Reported(page, reported, result.Id, indicator, n == 0),
            ]);
        }
    }

    private static string Head(PrintPage page, PlannedResult result)
    {
        var more = new List<string> { page.Say(PrintTexts.Of(result.Kind)) };
        if (result.WeightHundredths is { } weight)
        {
            more.Add($"{Figure(page, weight / 100m)}%");
        }

        var text = $"{result.Words} ({string.Join(", ", more)})";
        return result.Expectation is { } expected ? $"{text} – {expected}" : text;
    }

    private static IEnumerable<string> Parts(PrintPage page, Indicator indicator)
    {
        yield return indicator.Words;
        if (indicator.Aspect is { } aspect)
        {
            yield return page.Say(PrintTexts.Of(aspect));
        }

        if (indicator.Perspective is { } perspective)
        {
            yield return perspective;
        }
    }

    private static string Reported(
        PrintPage page, IReadOnlyList<Realisation> reported, PlanRowId result, Indicator indicator, bool withWords)
    {
        var figures = reported.SelectMany(
            one => one.Results.Where(r => r.ResultId == result).SelectMany(r => r.Figures)
                .Where(f => f.IndicatorId == indicator.Id)
                .Select(f => $"{one.Quarter}: {Figure(page, f.Value)}"));
        return string.Join("; ", withWords ? figures.Append(Told(reported, result)) : figures).Trim(' ', ';');
    }

    private static string Told(IReadOnlyList<Realisation> reported, PlanRowId result) => string.Join("; ", reported
        .SelectMany(one => one.Results.Where(r => r.ResultId == result && r.Words is not null)
            .Select(r => $"{one.Quarter}: {r.Words}")));

    private static void Behaviour(PrintPage page, IReadOnlyList<BehaviourExpectation> expected)
    {
        if (expected.Count == 0)
        {
            return;
        }

        page.Section(("Behaviour: what the leader expects", "Perilaku kerja: ekspektasi khusus pimpinan"));
        page.Facts([.. expected.Select(one => (PrintTexts.Of(one.Value), (string?)one.Words))]);
    }

    private static void Annex(PrintPage page, PlanAnnex annex)
    {
        (Words Name, IReadOnlyList<string> Lines)[] parts =
        [
            (("Support by resources", "Dukungan sumber daya"), annex.Support),
            (("How it is answered for", "Skema pertanggungjawaban"), annex.Accountability),
            (("What follows", "Konsekuensi"), annex.Consequences),
        ];
        if (parts.All(one => one.Lines.Count == 0))
        {
            return;
        }

        page.Section(("Annex", "Lampiran SKP"));
        page.Facts([.. parts.Where(one => one.Lines.Count > 0)
            .Select(one => (one.Name, (string?)string.Join("; ", one.Lines)))]);
    }

    private static string Figure(PrintPage page, decimal value) =>
        page.Local(value.ToString("0.####", CultureInfo.InvariantCulture));
}
