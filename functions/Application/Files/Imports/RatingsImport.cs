using System.Globalization;
using Kinerja.Application.Evaluation;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Files;

namespace Kinerja.Application.Files.Imports;

/// <summary>
/// Raters' judgements on people. The rater of a row acts in it: an app may bring everybody's, whoever has signed in
/// only the own.
/// </summary>
internal sealed class RatingsImport(RatePerformance rate) : SingleImport<Rating, Rating>
{
    public override ImportKind Kind => ImportKind.Ratings;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("period", "Period", "Periode", "2026-Q1"),
        new("employeeId", "Employee", "Pegawai", "peg-0001"),
        new("raterId", "Rater", "Pejabat penilai", "peg-0002"),
        new("result", "Result of work", "Hasil kerja", "meets") { Form = CellForm.Name },
        new("behaviour", "Behaviour", "Perilaku kerja", "above") { Form = CellForm.Name },
        new("skpScore", "Score of results", "Nilai hasil kerja", "95.5") { Form = CellForm.Figure },
        new("behaviourScore", "Score of behaviour", "Nilai perilaku", "101") { Form = CellForm.Figure },
        new("reason", "Reason", "Alasan", null),
        new("newIdea", "New idea", "Ide baru", null) { MayBeLeftOut = true },
        new("newIdeaEvidence", "Evidence of the idea", "Bukti ide baru", null) { MayBeLeftOut = true },
    ];

    protected override IReadOnlyList<(string Column, Func<Rating, string?> Of)> Shown { get; } =
    [
        ("raterId", r => r.RaterId.ToString()),
        ("result", r => JsonFormat.Name(r.Result)),
        ("behaviour", r => JsonFormat.Name(r.Behaviour)),
        ("skpScore", r => Text(r.Skp)),
        ("behaviourScore", r => Text(r.BehaviourScore)),
        ("reason", r => r.Reason),
        ("newIdea", r => r.NewIdea?.Words),
        ("newIdeaEvidence", r => r.NewIdea?.EvidenceLink),
    ];

    protected override object Key(Rating claim) => (claim.Period, claim.EmployeeId);

    protected override EmployeeId Subject(Rating claim) => claim.EmployeeId;

    protected override async Task<Result<(Rating? Before, Rating After)>> PreviewAsync(
        Actor actor, Rating claim, CancellationToken cancel) =>
        actor.As(claim.RaterId).TryGet(out var rater, out var refusal)
            ? await rate.PreviewAsync(rater, claim, cancel)
            : refusal;

    protected override async Task<Refusal?> WriteAsync(Actor actor, Rating claim, CancellationToken cancel) =>
        actor.As(claim.RaterId).TryGet(out var rater, out var refusal)
            ? (await rate.RateAsync(rater, claim, null, cancel)).Refusal
            : refusal;

    protected override Result<Rating> Read(ImportRow row)
    {
        var period = AppraisalPeriod.Parse(row["period"], "/period");
        var person = EmployeeId.Parse(row["employeeId"], "/employeeId");
        var idea = row["newIdea"] is null && row["newIdeaEvidence"] is null
            ? null
            : new NewIdeaRequest(row["newIdea"], row["newIdeaEvidence"]);
        var body = new RatingRequest(
            row["raterId"], row["result"], row["behaviour"], row.Figure("skpScore"), row.Figure("behaviourScore"),
            row["reason"], idea);
        return period.Refusal is null && person.Refusal is null
            ? body.Read(period.Value, person.Value)
            : new Refusal(RefusalKind.Malformed, RefusalCodes.InvalidField, "The row is not valid.")
            {
                Faults =
                [
                    .. period.Refusal?.Faults ?? [], .. person.Refusal?.Faults ?? [],
                    .. body.Read(default, default).Refusal?.Faults ?? [],
                ],
            };
    }

    private static string Text(Score score) => (score.Hundredths / 100m).ToString(CultureInfo.InvariantCulture);
}
