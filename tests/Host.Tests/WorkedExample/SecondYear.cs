namespace Kinerja.Host.Tests.WorkedExample;

/// <summary>
/// The agency of <c>functions/Domain/Evaluation/SecondYear.md</c>: five people whom one head rates, and her superior.
/// A quarter of the assessed may be in the top share, and that earns two days of leave.
/// </summary>
public sealed class SecondYear() : AgencyYear("dinas-kedua", "2027-01-04T08:00:00")
{
    internal static readonly string[] People = ["peg-1", "peg-2", "peg-3", "peg-4", "peg-5"];

    internal Task RateAsync(
        string person, string result, string behaviour, int skp, int score, string? reason = null) => PutAsync(
        $"/ratings/2027-Q1/{person}",
        $$"""
        {"raterId":"kepala","result":"{{result}}","behaviour":"{{behaviour}}","skpScore":{{skp}},
         "behaviourScore":{{score}}{{(reason is null ? "" : $",\"reason\":\"{reason}\"")}}}
        """);

    /// <summary>Place, predicate, score and share of everybody who is ranked, best first.</summary>
    internal async Task<IEnumerable<string>> RankingAsync() =>
        (await GetAsync("/runs/2027-Q1/ranking"))["lines"]!.AsArray().Select(l => FormattableString.Invariant(
            $"{l!["employeeId"]}: {l["place"]} {l["predicate"]} {(decimal)l["score"]!:F2} {l["topShare"]}"));

    protected override async Task RegisterAsync()
    {
        await PutAsync("", $$"""{"name":"Dinas Kedua","zone":"{{Zone}}","beganOn":"2027-01-01"}""");
        await PutAsync("/units", $$"""{"units":[{"id":"bidang","name":"Bidang","zone":"{{Zone}}"}]}""");
        var people = string.Join(',', People.Select(
            id => $$"""{"id":"{{id}}","unitId":"bidang","kind":"pns","raterId":"kepala"}"""));
        await PutAsync("/employees", $$"""
            {"employees":[{"id":"sekda","unitId":"bidang","kind":"pns"},
              {"id":"kepala","unitId":"bidang","kind":"pns","raterId":"sekda"},{{people}}]}
            """);
        await PutAsync("/policies/ranking/2027-01-01", """{"topPercent":25,"minimumCohort":2}""");
        await PutAsync("/policies/objection/2027-01-01", """{"reopening":{"deciderIds":["sekda"]}}""");
        await PutAsync("/policies/follow-up/2027-01-01", """{"grants":{"daysOff":2,"months":3}}""");
        await PutAsync("/policies/deduction/2027-06-01", """{"shipped":"deduction-pertanian-68-2012"}""");
    }
}
